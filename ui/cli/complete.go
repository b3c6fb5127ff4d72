package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// What the shell offers when somebody presses Tab after an option or argument.

type completer = func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective)

// completing attaches completions to an option defined just before; that it
// is not is the only error there can be.
func completing(cmd *cobra.Command, option string, f completer) {
	_ = cmd.RegisterFlagCompletionFunc(option, f)
}

func fixed(words ...string) completer {
	return func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return words, cobra.ShellCompDirectiveNoFileComp
	}
}

// completeAccounts offers the open accounts; without records it offers none.
func (s *shell) completeAccounts(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	none := func() ([]cobra.Completion, cobra.ShellCompDirective) { return nil, cobra.ShellCompDirectiveNoFileComp }
	if err := s.settle(); err != nil {
		return none()
	}
	records, err := s.openExisting(cmd.Context())
	if err != nil {
		return none()
	}
	defer func() { _ = records.Close() }()
	accounts, err := records.Accounts(cmd.Context())
	if err != nil {
		return none()
	}
	var all []cobra.Completion
	for _, a := range accounts {
		if a.OpenOn(s.today()) {
			all = append(all, cobra.CompletionWithDesc(strings.ReplaceAll(string(a.Network)+"/"+first(a.Handle, a.Name), " ", ""), a.Label()))
		}
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}

// completeQuarters offers the last four quarters that are over.
func (s *shell) completeQuarters(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var all []cobra.Completion
	q := s.today().InQuarter()
	for range 4 {
		q = q.Prev()
		all = append(all, cobra.CompletionWithDesc(q.String(), q.Title()))
	}
	return all, cobra.ShellCompDirectiveNoFileComp
}
