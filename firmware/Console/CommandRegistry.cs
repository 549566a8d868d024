// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections;

namespace Prosumeter.Firmware.Console
{
    /// <summary>The commands by name, for the serial console and for commands that come as messages.</summary>
    public sealed class CommandRegistry
    {
        private const int LongestAnswer = 200;

        private readonly ArrayList _commands = new ArrayList();
        private readonly TextBuffer _answer = new TextBuffer();
        private readonly EventLog _log;

        /// <summary>A registry that knows "help" only.</summary>
        public CommandRegistry(EventLog log)
        {
            _log = log;
        }

        /// <summary>Adds a command; "help" lists them in this order.</summary>
        public void Add(ConsoleCommand command)
        {
            _commands.Add(command);
        }

        /// <summary>Executes a line. An empty one does nothing.</summary>
        public void Execute(string line, TextBuffer output)
        {
            string[] words = Words(line);
            if (words.Length == 0)
            {
                return;
            }

            ConsoleCommand command = Find(words[0]);
            if (words[0] == "help")
            {
                ShowHelp(words, output);
            }
            else if (command == null)
            {
                output.Add("Unknown command. \"help\" lists them.").Line();
            }
            else if (!RunSafely(command, words, output))
            {
                output.Add("Usage: ").Add(command.Help).Line();
            }
        }

        /// <summary>Executes a line and gives back the begin of its answer.</summary>
        public string Answer(string line)
        {
            _answer.Clear();
            Execute(line, _answer);
            return _answer.TakeText(LongestAnswer);
        }

        private bool RunSafely(ConsoleCommand command, string[] words, TextBuffer output)
        {
            try
            {
                return command.Run(words, output);
            }
            catch (Exception)
            {
                // A command must not take the meter down with it.
                _log.Add("command failed", 0);
                output.Add("The command failed.").Line();
                return true;
            }
        }

        private void ShowHelp(string[] words, TextBuffer output)
        {
            bool isFound = false;
            for (int i = 0; i < _commands.Count; i++)
            {
                ConsoleCommand command = (ConsoleCommand)_commands[i];
                if (words.Length == 1 || words[1] == command.Name)
                {
                    output.Add(command.Help).Line();
                    isFound = true;
                }
            }

            if (!isFound)
            {
                output.Add("No such command.").Line();
            }
        }

        private ConsoleCommand Find(string name)
        {
            for (int i = 0; i < _commands.Count; i++)
            {
                ConsoleCommand command = (ConsoleCommand)_commands[i];
                if (command.Name == name)
                {
                    return command;
                }
            }

            return null;
        }

        private static string[] Words(string line)
        {
            string[] parts = line.Split(' ');
            int count = 0;
            for (int i = 0; i < parts.Length; i++)
            {
                if (parts[i].Length > 0)
                {
                    parts[count++] = parts[i];
                }
            }

            string[] words = new string[count];
            Array.Copy(parts, 0, words, 0, count);
            return words;
        }
    }
}
