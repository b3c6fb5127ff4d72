package cli

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/adrg/xdg"

	"faro/model/calendar"
	"faro/store"
	"faro/ui/report"
)

// desk writes the app's documents, the same way as `faro informe`.
type desk struct {
	shell   *shell
	records *store.Store
}

var _ report.Desk = desk{}

// Folder is the user's folder for documents, or the one the program was
// started in where there is none.
func (d desk) Folder() string {
	if info, err := os.Stat(xdg.UserDirs.Documents); err == nil && info.IsDir() {
		return xdg.UserDirs.Documents
	}
	if folder, err := os.Getwd(); err == nil {
		return folder
	}
	return xdg.Home
}

// Export implements report.Desk.
func (d desk) Export(ctx context.Context, quarter calendar.Quarter, formats []string, folder string, replace bool) (report.Written, error) {
	folder, err := filepath.Abs(atHome(strings.TrimSpace(folder)))
	if err != nil {
		return report.Written{}, err
	}
	quarterly, files, err := d.shell.writeReport(ctx, d.records, reporting{quarter, formats, folder, replace})
	if err != nil {
		return report.Written{}, err
	}
	written := report.Written{Version: quarterly.Version, Folder: folder}
	for _, f := range files {
		written.Files = append(written.Files, f.Name)
	}
	return written, nil
}

// Reveal implements report.Desk. The system's program outlives the command
// that starts it.
func (d desk) Reveal(ctx context.Context, folder string) error {
	opener := "xdg-open"
	switch runtime.GOOS {
	case "windows":
		opener = "explorer"
	case "darwin":
		opener = "open"
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), opener, folder)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

// atHome puts the user's folder for a ~ at the beginning of a path.
func atHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		return xdg.Home + rest
	}
	return path
}
