package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// speakSpanish replaces every text cobra would write in English.
func speakSpanish(root *cobra.Command, s *shell) {
	cobra.MousetrapHelpText = "" // a double click in Windows must open the app
	cobra.EnableCommandSorting = false
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SilenceErrors, root.SilenceUsage = true, true
	root.PersistentFlags().BoolP("help", "h", false, "muestra esta ayuda")
	root.SetUsageFunc(func(cmd *cobra.Command) error { return s.print(usage(cmd)) })
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if err := s.print(purpose(cmd) + "\n\n" + usage(cmd)); err != nil {
			s.code = s.fail(err)
		}
	})
	root.SetHelpCommand(helpCommand(root))
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagFault(err) })
	each(root, func(cmd *cobra.Command) { cmd.DisableFlagsInUseLine = true })
}

func each(cmd *cobra.Command, do func(*cobra.Command)) {
	do(cmd)
	for _, child := range cmd.Commands() {
		each(child, do)
	}
}

func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:     "ayuda [ORDEN]",
		Aliases: []string{"help"},
		Short:   "Explica una orden",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return knownCommand(root, args)
			}
			return cmd.Help()
		},
		ValidArgsFunction: func(_ *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			var names []cobra.Completion
			for _, c := range root.Commands() {
				if !c.Hidden {
					names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

func purpose(cmd *cobra.Command) string {
	if cmd.Long != "" {
		return strings.TrimSpace(cmd.Long)
	}
	return cmd.Short + "."
}

func usage(cmd *cobra.Command) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Uso:\n  %s\n", cmd.UseLine())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s ORDEN\n\nÓrdenes:\n", cmd.CommandPath())
		for _, c := range cmd.Commands() {
			if c.IsAvailableCommand() {
				fmt.Fprintf(&b, "  %-*s  %s\n", cmd.NamePadding(), c.Name(), c.Short)
			}
		}
	}
	if len(cmd.Aliases) > 0 {
		fmt.Fprintf(&b, "\nTambién se llama:\n  %s\n", strings.Join(cmd.Aliases, ", "))
	}
	if cmd.HasExample() {
		fmt.Fprintf(&b, "\nEjemplos:\n%s\n", cmd.Example)
	}
	section(&b, "Opciones", cmd.LocalFlags())
	section(&b, "Opciones de todas las órdenes", cmd.InheritedFlags())
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n«%s ayuda ORDEN» explica cada una.\n", cmd.CommandPath())
	}
	return b.String()
}

func section(b *strings.Builder, title string, flags *pflag.FlagSet) {
	if flags.HasAvailableFlags() {
		fmt.Fprintf(b, "\n%s:\n%s\n", title, strings.TrimRight(flags.FlagUsages(), " \n"))
	}
}

// flagFault says in Spanish what was wrong with an option.
func flagFault(err error) error {
	var (
		unknown  *pflag.NotExistError
		missing  *pflag.ValueRequiredError
		invalid  *pflag.InvalidValueError
		spelling *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return wrongUse("no existe la opción «%s»; «--help» muestra las que hay.", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &missing):
		return wrongUse("a la opción «%s» le falta su valor.", dashed(missing.GetSpecifiedName(), missing.GetSpecifiedShortnames()))
	case errors.As(err, &invalid):
		return wrongUse("la opción «--%s» no admite «%s».", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &spelling):
		return wrongUse("«%s» está mal escrito; las opciones van como «--opción valor».", spelling.GetSpecifiedFlag())
	}
	return wrongUse("hay una opción mal escrita; «--help» muestra cómo se usan.")
}

func dashed(name, shorthands string) string {
	if shorthands != "" {
		return "-" + name
	}
	return "--" + name
}

// noArguments is for commands that take options only.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongUse("«%s» no lleva «%s»; se usa así: %s", cmd.CommandPath(), args[0], cmd.UseLine())
	}
	return nil
}

// oneArgument is for commands that take exactly one thing, called what.
func oneArgument(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return wrongUse("falta %s; se usa así: %s", what, cmd.UseLine())
		case 1:
			return nil
		}
		return wrongUse("sobra «%s»; se usa así: %s", args[1], cmd.UseLine())
	}
}
