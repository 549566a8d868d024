// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>One command of the technician's console.</summary>
    public abstract class ConsoleCommand
    {
        /// <summary>A command with its name and its one line of help, which begins with the name.</summary>
        protected ConsoleCommand(string name, string help)
        {
            Name = name;
            Help = help;
        }

        /// <summary>The first word of the line.</summary>
        public readonly string Name;

        /// <summary>What it does, with its arguments.</summary>
        public readonly string Help;

        /// <summary>Does it.</summary>
        /// <param name="words">The words of the line, the name first.</param>
        /// <param name="output">Where the answer goes.</param>
        /// <returns>False when the arguments are wrong: the caller then shows <see cref="Help"/>.</returns>
        public abstract bool Run(string[] words, TextBuffer output);
    }
}
