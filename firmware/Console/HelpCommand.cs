// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>"help": the commands, or one with its details.</summary>
    internal sealed class HelpCommand : ConsoleCommand
    {
        private readonly CommandRegistry _commands;

        public HelpCommand(CommandRegistry commands)
            : base(
                "help",
                "help [COMMAND]: all commands, or one with its details\n"
                + "\"json\" before a command gives its answer as JSON: json status")
        {
            _commands = commands;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length > 1)
            {
                return ShowOne(words[1], answer);
            }

            answer.BeginRows("commands");
            for (int i = 0; i < _commands.Count; i++)
            {
                string help = _commands[i].Help;
                int end = help.IndexOf("\n");
                answer.Row().Text("help", end < 0 ? help : help.Substring(0, end)).EndRow();
            }

            answer.EndRows();
            return true;
        }

        private bool ShowOne(string name, Answer answer)
        {
            ConsoleCommand command = _commands.Find(name);
            if (command == null)
            {
                answer.Refuse("No such command.");
            }
            else
            {
                answer.Say(command.Help);
            }

            return true;
        }
    }
}
