package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"faro/model"
	"faro/model/calendar"
	"faro/model/directive"
)

// Criteria are the readings of the Directive in force today: the defaults, and
// over them what was adopted since.
func (s *Store) Criteria(ctx context.Context) (directive.Criteria, error) {
	c, err := criteria(ctx, s.db, s.today())
	return c, fault("read the criteria", err)
}

// SaveCriteria adopts readings from today on, under the name of who is acting.
// Each setting that differs is one record, and none is written over.
func (s *Store) SaveCriteria(ctx context.Context, adopted directive.Criteria) (directive.Criteria, error) {
	wanted, err := settingsOf(adopted)
	if err != nil {
		return adopted, fault("save the criteria", err)
	}
	err = s.write(ctx, "save the criteria", Done, func(c *change) error {
		now, err := criteria(ctx, c, c.today)
		if err != nil {
			return err
		}
		have, err := settingsOf(now)
		if err != nil {
			return err
		}
		for name := range have {
			if _, ok := wanted[name]; !ok {
				wanted[name] = "null"
			}
		}
		changed := 0
		for _, name := range slices.Sorted(maps.Keys(wanted)) {
			if have[name] == wanted[name] {
				continue
			}
			changed++
			if _, err := c.insert(ctx, "criteria", settingFields(setting{
				Setting: name, Value: json.RawMessage(wanted[name]), Author: c.actor, RecordedAt: stamp{c.now}, EffectiveFrom: c.today,
			})); err != nil {
				return err
			}
		}
		c.what = fmt.Sprintf("cambio de %d criterios de aplicación", changed)
		if changed == 1 {
			c.what = "cambio de un criterio de aplicación"
		}
		return nil
	})
	return adopted, err
}

// setting is one reading as it was adopted: a place in the JSON of
// directive.Criteria ("margen.invalida_cuota") and its value; null takes away
// what the defaults have there.
type setting struct {
	ID            model.ID        `json:"id"`
	Setting       string          `json:"setting"`
	Value         json.RawMessage `json:"value"`
	Author        string          `json:"author"`
	RecordedAt    stamp           `json:"recorded_at"`
	EffectiveFrom calendar.Day    `json:"effective_from"`
}

const selectSettings = `SELECT id, setting, value, author, recorded_at, effective_from FROM criteria`

func scanSetting(rows *sql.Rows) (v setting, err error) {
	var value string
	err = rows.Scan(&v.ID, &v.Setting, &value, &v.Author, instant(&v.RecordedAt.at), parsed(&v.EffectiveFrom))
	v.Value = json.RawMessage(value)
	return v, err
}

func settingFields(v setting) fields {
	return fields{
		"setting": v.Setting, "value": string(v.Value), "author": v.Author,
		"recorded_at": v.RecordedAt.at, "effective_from": v.EffectiveFrom,
	}
}

// criteria puts what was adopted until a day over the defaults.
func criteria(ctx context.Context, q querier, day calendar.Day) (c directive.Criteria, err error) {
	settings, err := list(ctx, q, scanSetting, selectSettings+` WHERE effective_from <= ? ORDER BY id`, day.String())
	if err != nil || len(settings) == 0 {
		return directive.DefaultCriteria(), err
	}
	tree, err := treeOf(directive.DefaultCriteria())
	if err != nil {
		return c, err
	}
	for _, v := range settings {
		value, err := decodeNumber(v.Value)
		if err != nil {
			return c, err
		}
		plant(tree, strings.Split(v.Setting, "."), value)
	}
	b, err := json.Marshal(tree)
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(b, &c)
}

// settingsOf takes criteria apart into settings and their values as JSON.
func settingsOf(c directive.Criteria) (map[string]string, error) {
	tree, err := treeOf(c)
	if err != nil {
		return nil, err
	}
	all := map[string]string{}
	return all, leaves(all, "", tree)
}

func leaves(into map[string]string, name string, v any) error {
	if branch, ok := v.(map[string]any); ok && len(branch) > 0 {
		for key, child := range branch {
			if err := leaves(into, strings.TrimPrefix(name+"."+key, "."), child); err != nil {
				return err
			}
		}
		return nil
	}
	b, err := json.Marshal(v)
	into[name] = string(b)
	return err
}

// plant sets a place of the tree; nil takes it away.
func plant(tree map[string]any, path []string, v any) {
	if len(path) == 1 {
		if v == nil {
			delete(tree, path[0])
		} else {
			tree[path[0]] = v
		}
		return
	}
	branch, ok := tree[path[0]].(map[string]any)
	if !ok {
		branch = map[string]any{}
		tree[path[0]] = branch
	}
	plant(branch, path[1:], v)
}

func treeOf(c directive.Criteria) (map[string]any, error) {
	b, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	v, err := decodeNumber(b)
	if err != nil {
		return nil, err
	}
	tree, ok := v.(map[string]any)
	if !ok {
		return nil, fmt.Errorf("criteria are a %T", v)
	}
	return tree, nil
}

// decodeNumber reads JSON without turning whole numbers into fractions.
func decodeNumber(b []byte) (v any, err error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	return v, d.Decode(&v)
}
