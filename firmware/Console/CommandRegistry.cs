// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>The commands by name, for the serial console and for commands that come as messages.</summary>
    public sealed class CommandRegistry
    {
        private const string JsonWord = "json";

        private readonly ArrayList _commands = new ArrayList();
        private readonly EventLog _log;
        private readonly PinLock _lock;

        /// <summary>A registry that knows "help" only.</summary>
        public CommandRegistry(EventLog log, PinLock pinLock)
        {
            _log = log;
            _lock = pinLock;
            Add(new HelpCommand(this));
        }

        /// <summary>How many commands there are.</summary>
        public int Count
        {
            get { return _commands.Count; }
        }

        /// <summary>A command, in the order in which they were added.</summary>
        public ConsoleCommand this[int index]
        {
            get { return (ConsoleCommand)_commands[index]; }
        }

        /// <summary>Adds a command; "help" lists them in this order.</summary>
        public void Add(ConsoleCommand command)
        {
            _commands.Add(command);
        }

        /// <summary>Executes a line. An empty one does nothing.</summary>
        /// <returns>The answer, which is in <paramref name="output"/> already.</returns>
        public Answer Execute(string line, TextBuffer output, ConsoleChannel channel)
        {
            string[] words = Words(line);
            bool isJson = words.Length > 0 && words[0] == JsonWord;
            words = isJson ? Part(words, 1, words.Length - 1) : words;
            Answer answer = new Answer(output, isJson, channel);
            if (words.Length > 0 || isJson)
            {
                Execute(words, answer);
                answer.End();
            }

            return answer;
        }

        private void Execute(string[] words, Answer answer)
        {
            ConsoleCommand command = words.Length == 0 ? null : Find(words[0]);
            if (command == null)
            {
                answer.Refuse("Unknown command. \"help\" lists them.");
            }
            else if (IsPermitted(command, words, answer))
            {
                Run(command, words, answer);
            }
        }

        private bool IsPermitted(ConsoleCommand command, string[] words, Answer answer)
        {
            string obstacle = !command.Changes(words) ? null
                : !_lock.IsOpen(answer.Channel) ? "Locked: \"unlock PIN\" first."
                : _lock.IsFirstPin && command.Name != AccessCommand.Pin ? AccessCommand.SetPin
                : null;
            if (obstacle != null)
            {
                answer.Refuse(RefusalReason.NotPermitted, obstacle);
            }

            return obstacle == null;
        }

        private void Run(ConsoleCommand command, string[] words, Answer answer)
        {
            try
            {
                // "name:" begins the help of a command without arguments.
                bool isSurplus = words.Length > 1 && command.Help[command.Name.Length] == ':';
                if (isSurplus || !command.Run(words, answer))
                {
                    answer.Refuse("Usage:\n" + command.Help);
                }
            }
            catch (Exception)
            {
                // A command must not take the meter down with it.
                _log.Add("command failed", 0);
                answer.BeginAgain();
                answer.Refuse("The command failed.");
            }
        }

        /// <summary>The command of this name, or null.</summary>
        public ConsoleCommand Find(string name)
        {
            for (int i = 0; i < Count; i++)
            {
                if (this[i].Name == name)
                {
                    return this[i];
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

            return Part(parts, 0, count);
        }

        private static string[] Part(string[] words, int first, int count)
        {
            string[] part = new string[count];
            Array.Copy(words, first, part, 0, count);
            return part;
        }
    }
}
