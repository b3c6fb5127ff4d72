package sample

import (
	"strconv"
	"time"

	"faro/model"
)

// What the networks make their ids of. The sample builds them the way round,
// so that permalink reads the time of publication back from the link.
const (
	xEpoch         = 1288834974657 // Unix milliseconds
	instagramEpoch = 1314220021721
	base58         = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
	base64url      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
)

// identify gives a post the id and the link its network would.
func identify(p *model.Post, a account, d *dice) {
	ms := p.At.Truncate(time.Second).UnixMilli() + int64(d.between(0, 999))
	switch a.Network {
	case model.Facebook:
		p.PlatformID = "pfbid0" + d.letters(58, base58) + "l"
		p.Link = "https://www.facebook.com/" + a.Handle + "/posts/" + p.PlatformID
	case model.X:
		p.PlatformID = strconv.FormatInt((ms-xEpoch)<<22|int64(d.between(0, 1<<22-1)), 10)
		p.Link = "https://x.com/" + a.Handle + "/status/" + p.PlatformID
	case model.YouTube:
		p.PlatformID = d.letters(10, base64url) + "A"
		p.Link = "https://www.youtube.com/watch?v=" + p.PlatformID
	case model.Instagram:
		p.PlatformID = shortcode(uint64(ms-instagramEpoch)<<23 | uint64(d.between(0, 1<<23-1)))
		p.Link = "https://www.instagram.com/" + instagramForm(p.Kind) + "/" + p.PlatformID
	case model.TikTok:
		p.PlatformID = strconv.FormatInt(p.At.Unix()<<32|int64(d.between(0, 1<<31)), 10)
		p.Link = "https://www.tiktok.com/@" + a.Handle + "/video/" + p.PlatformID
	case model.Other:
	}
	p.Precision = precision(a.Network)
}

// precision is what the link of a network can tell of the time (exports.md §4).
func precision(n model.Network) model.Precision {
	switch n {
	case model.X, model.TikTok:
		return model.ExactTime
	case model.Instagram:
		return model.EstimatedTime
	case model.Facebook, model.YouTube, model.Other:
	}
	return model.RecordedTime
}

func instagramForm(k model.PostKind) string {
	if k == model.Reel {
		return "reel"
	}
	return "p"
}

// shortcode writes an id of Instagram in its base 64, eleven characters long.
func shortcode(id uint64) string {
	var b [11]byte
	for i := len(b) - 1; i >= 0; i-- {
		b[i] = base64url[id&63]
		id >>= 6
	}
	return string(b[:])
}
