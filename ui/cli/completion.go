package cli

import (
	"bytes"

	"github.com/spf13/cobra"
)

// shells lists the shells that can be taught to complete faro's commands.
var shells = []string{"bash", "zsh", "fish", "powershell"}

func newCompletion(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:     "completar bash|zsh|fish|powershell",
		Aliases: []string{"completion"},
		Short:   "Escribe el guion que completa órdenes con la tecla Tab",
		Long: `Escribe en la salida el guion con el que el intérprete de órdenes completa las
de faro al pulsar Tab.`,
		Example: `  bash         source <(faro completar bash)
  zsh          faro completar zsh > "${fpath[1]}/_faro"
  fish         faro completar fish > ~/.config/fish/completions/faro.fish
  PowerShell   faro completar powershell | Out-String | Invoke-Expression`,
		Args:      oneArgument("el intérprete"),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			script, err := completion(cmd.Root(), args[0])
			if err != nil {
				return err
			}
			return s.print(script)
		},
	}
}

func completion(root *cobra.Command, name string) (string, error) {
	var b bytes.Buffer
	var err error
	switch name {
	case "bash":
		err = root.GenBashCompletionV2(&b, true)
	case "zsh":
		err = root.GenZshCompletion(&b)
	case "fish":
		err = root.GenFishCompletion(&b, true)
	case "powershell", "pwsh":
		err = root.GenPowerShellCompletionWithDesc(&b)
	default:
		return "", wrongUse("faro no sabe completar en «%s»; elija bash, zsh, fish o powershell.", name)
	}
	return b.String(), err
}
