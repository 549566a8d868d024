// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>What several commands say or understand.</summary>
    internal static class Words
    {
        public const string Confirm = "confirm";

        public const string NothingToConfirm = "Nothing to confirm.";
    }
}
