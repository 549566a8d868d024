// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>"reboot": restarts the board after saving what it knows. It changes nothing that is kept, so it needs no PIN.</summary>
    internal sealed class RebootCommand : ConsoleCommand
    {
        private readonly ControllerApp _app;

        public RebootCommand(ControllerApp app)
            : base("reboot", "reboot: saves and restarts")
        {
            _app = app;
        }

        public override bool Run(string[] words, Answer answer)
        {
            _app.RequestRestart(RestartReason.Command);
            answer.Say("Restarts in 2 s.");
            return true;
        }
    }
}
