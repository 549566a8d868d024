// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>One command of the technician's console.</summary>
    public abstract class ConsoleCommand
    {
        /// <summary>A command with its name and its help: one line, then details; each begins with the arguments.</summary>
        protected ConsoleCommand(string name, string help)
        {
            Name = name;
            Help = help;
        }

        /// <summary>The first word of the line.</summary>
        public readonly string Name;

        /// <summary>What it does, with its arguments.</summary>
        public readonly string Help;

        /// <summary>True when it would change something that is kept: it then needs the PIN.</summary>
        public virtual bool Changes(string[] words)
        {
            return false;
        }

        /// <summary>Does it.</summary>
        /// <param name="words">The words of the line, the name first.</param>
        /// <param name="answer">Where the answer goes.</param>
        /// <returns>False when the arguments are wrong: the caller then shows <see cref="Help"/>.</returns>
        public abstract bool Run(string[] words, Answer answer);
    }
}
