// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Console;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Network
{
    /// <summary>
    /// Executes commands that come as messages and answers them. An answer too long for one acknowledgement goes out in several, one in each step, as fast as the link
    /// takes them (docs/PROTOCOL.md, P-53).
    /// </summary>
    internal sealed class CommandAnswers
    {
        // "12/12 "
        private const int PartLength = Acknowledgement.LongestText - 6;

        private readonly CommandRegistry _commands;
        private readonly Publisher _publisher;
        private readonly TextBuffer _text = new TextBuffer();
        private readonly Acknowledgement _acknowledgement = new Acknowledgement();
        private int _part;
        private int _parts;

        public CommandAnswers(CommandRegistry commands, Publisher publisher)
        {
            _commands = commands;
            _publisher = publisher;
        }

        /// <summary>True while parts of an answer wait.</summary>
        public bool IsBusy
        {
            get { return _part < _parts; }
        }

        /// <summary>Executes a command and sends what it answers, or the first part of it.</summary>
        public void Execute(Command command)
        {
            _text.Clear();
            RefusalReason refusal = _commands.Execute(command.Line, _text, ConsoleChannel.Messages).Refusal;
            int length = _text.CountCharacters();
            _acknowledgement.Slot = command.Slot;
            _acknowledgement.AnsweredType = MessageType.Command;
            _acknowledgement.AnsweredSequence = command.Sequence;
            _acknowledgement.Reason = (int)refusal;
            _part = 0;
            _parts = length <= Acknowledgement.LongestText ? 1 : (length + PartLength - 1) / PartLength;
            TakePart();
            Run();
        }

        /// <summary>Sends the next part. What the link does not take now is tried again, until the link is lost.</summary>
        public void Run()
        {
            if (!_publisher.IsConnected)
            {
                _parts = 0;
            }
            else if (IsBusy && _publisher.Publish(_acknowledgement, false))
            {
                _part++;
                TakePart();
            }
        }

        private void TakePart()
        {
            _acknowledgement.Text = _parts <= 1
                ? _text.TakeText(Acknowledgement.LongestText)
                : (_part + 1).ToString() + "/" + _parts.ToString() + " " + _text.TakeText(PartLength);
        }
    }
}
