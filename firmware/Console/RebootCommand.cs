// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>"reboot": restarts the board after saving what it knows.</summary>
    internal sealed class RebootCommand : ConsoleCommand
    {
        private readonly ControllerApp _app;

        public RebootCommand(ControllerApp app)
            : base("reboot", "reboot: saves and restarts")
        {
            _app = app;
        }

        public override bool Run(string[] words, TextBuffer output)
        {
            _app.RequestRestart(RestartReason.Command);
            output.Add("Restarts in 2 s.").Line();
            return true;
        }
    }
}
