package directive

import "faro/model"

// DefaultCriteria are the readings proposed where the text leaves a choice;
// Readings gives the reasons.
func DefaultCriteria() Criteria {
	return Criteria{
		Handle:       HandleCriteria{Min: 6, Max: 15, Earlier: Warn},
		Admins:       AdminCriteria{Min: 2, Max: 3, PCMOn: PCMOnFacebook, Excess: Warn},
		Instagram:    InstagramCriteria{Min: 1, Goal: 2},
		Margin:       MarginCriteria{Minutes: 120, CrossesMidnight: true},
		Days:         DayCriteria{Exempt: NoExemption},
		Weeks:        WeekCriteria{Start: FromMonday, Mode: CalendarWeek, Owner: OwnedBySunday},
		Counted:      defaultKinds(),
		Rotation:     RotationCriteria{Cycle: MonthFromChange, FixedDay: 1, Warn: []int{7, 3, 1}, Personal: Declared},
		Review:       ReviewCriteria{Due: ReviewByLastDay, DueDay: 28, ManagerMay: Warn},
		CMReport:     Monthly,
		Quarter:      QuarterCriteria{Days: 10, Business: true},
		Annex3:       Annex3Criteria{Group: ByAccount, Order: defaultOrder(), Paid: PaidIncluded, Complement: true},
		Interactions: defaultInteractions(),
		Cut:          CutCriteria{From: 3, Until: 7},
		Moderation:   ModerationCriteria{ReportNeedsLeave: true},
		Graphics:     GraphicsCriteria{SameRatio: Warn},
		Follows:      Monthly,
		Abandonment:  AbandonmentCriteria{Risk: 7, Abandoned: 30},
		Campaign:     CampaignCriteria{Min: 14, Gap: 3},
		Annex4:       Annex4Criteria{BusinessDays: 5},
		Approval:     BatchOrPiece,
		Scope:        EachAccount,
		Edges:        EdgesNotJudged,
	}
}

// defaultKinds is the table of A-09: original content in the account's own
// feed counts, and on X also quotes and each post of a thread.
func defaultKinds() CountedKinds {
	kinds := make(CountedKinds)
	for _, n := range model.Networks() {
		kinds[n] = make(map[model.PostKind]bool)
		for _, k := range []model.PostKind{model.Publication, model.Reel, model.Video, model.Live, model.Carousel} {
			kinds[n][k] = true
		}
	}
	kinds[model.X][model.Quote] = true
	kinds[model.X][model.ThreadPart] = true
	return kinds
}

// defaultOrder is the metric each table of Annex 3 is ranked by: the one the
// Annex names, or the table's first column where it names none.
func defaultOrder() map[model.Network]model.Metric {
	return map[model.Network]model.Metric{
		model.Facebook:  model.Reach,
		model.X:         model.Impressions,
		model.YouTube:   model.Views,
		model.Instagram: model.Impressions,
		model.TikTok:    model.Views,
	}
}

// defaultInteractions takes the network's own total where its file has one
// (A-16b).
func defaultInteractions() InteractionSources {
	return InteractionSources{
		model.Facebook:  ComponentSum,
		model.X:         PlatformTotal,
		model.Instagram: PlatformTotal,
		model.TikTok:    ComponentSum,
	}
}
