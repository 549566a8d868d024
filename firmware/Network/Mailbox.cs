// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Console;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Network
{
    /// <summary>
    /// Takes what the market and technicians send: prices, awards, settlements and commands. What is malformed, for somebody else, repeated or out of its time is refused,
    /// counted and changes nothing. Commands are always answered, awards when they are refused.
    /// </summary>
    public sealed class Mailbox
    {
        private const int MostInOneStep = 4;

        private readonly Meter _meter;
        private readonly IMessageLink _link;
        private readonly Publisher _publisher;
        private readonly StatusReporter _reporter;
        private readonly BidKeeper _bids;
        private readonly CommandRegistry _commands;
        private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
        private readonly PriceMessage _price = new PriceMessage();
        private readonly Award _award = new Award();
        private readonly Settlement _settlement = new Settlement();
        private readonly Command _command = new Command();
        private readonly Acknowledgement _acknowledgement = new Acknowledgement();
        private int _droppedCount;

        /// <summary>A mailbox of a meter.</summary>
        public Mailbox(Meter meter, IMessageLink link, Publisher publisher, StatusReporter reporter, BidKeeper bids, CommandRegistry commands)
        {
            _meter = meter;
            _link = link;
            _publisher = publisher;
            _reporter = reporter;
            _bids = bids;
            _commands = commands;
        }

        /// <summary>The last award.</summary>
        public Award LastAward
        {
            get { return _award; }
        }

        /// <summary>The last price.</summary>
        public PriceMessage LastPrice
        {
            get { return _price; }
        }

        /// <summary>The last settlement.</summary>
        public Settlement LastSettlement
        {
            get { return _settlement; }
        }

        /// <summary>Takes what has come, a few messages at most.</summary>
        public void Run()
        {
            for (int i = 0; i < MostInOneStep; i++)
            {
                int length = _link.TakeMessage(_buffer, out string topic);
                if (length == -1)
                {
                    break;
                }

                if (length >= 0)
                {
                    Take(topic, length);
                }
            }

            if (_link.DroppedCount != _droppedCount)
            {
                _reporter.RefusedCount += _link.DroppedCount - _droppedCount;
                _droppedCount = _link.DroppedCount;
                _meter.Log.Add("messages dropped", _droppedCount);
            }
        }

        private void Take(string topic, int length)
        {
            MessageType type = MessageCodec.PeekType(_buffer, 0, length);
            Message message = ObjectFor(type);
            RefusalReason reason = message == null ? RefusalReason.UnknownType
                : topic != _publisher.TopicOf(type) ? RefusalReason.WrongType
                : MessageCodec.Decode(_buffer, 0, length, message);
            if (reason == RefusalReason.Taken)
            {
                reason = Obey(type);
            }

            // A repeated message is what QoS 1 promises, no fault.
            if (reason != RefusalReason.Taken && reason != RefusalReason.Repeated)
            {
                _reporter.RefusedCount++;
                _meter.Faults.Note(FaultFlags.Refusal);
                _meter.Log.Add("message refused, type and reason", ((int)type * 100) + (int)reason);
            }
        }

        private Message ObjectFor(MessageType type)
        {
            switch (type)
            {
                case MessageType.Price:
                    return _price;
                case MessageType.Award:
                    return _award;
                case MessageType.Settlement:
                    return _settlement;
                case MessageType.Command:
                    return _command;
                default:
                    return null;
            }
        }

        private RefusalReason Obey(MessageType type)
        {
            switch (type)
            {
                case MessageType.Price:
                    return ObeyPrice();
                case MessageType.Award:
                    return ObeyAward();
                case MessageType.Settlement:
                    return _meter.Controller.OnSettlement(_settlement);
                default:
                    return ObeyCommand();
            }
        }

        private RefusalReason ObeyPrice()
        {
            // Without the time of day no slot is present or past.
            if (!_meter.Clock.IsSynchronised)
            {
                return RefusalReason.FromFuture;
            }

            RefusalReason reason = _meter.Controller.OnPrice(_price, _meter.Clock.UtcSeconds);
            if (reason == RefusalReason.Taken)
            {
                _bids.OnPrice(_price);
            }

            return reason;
        }

        private RefusalReason ObeyAward()
        {
            RefusalReason reason = _meter.Controller.OnAward(_award);
            if (reason != RefusalReason.Taken && reason != RefusalReason.Repeated)
            {
                Acknowledge(_award, reason, "");
            }

            return reason;
        }

        private RefusalReason ObeyCommand()
        {
            if (_command.Sequence == _meter.Journal.CommandSequence)
            {
                Acknowledge(_command, RefusalReason.Repeated, "");
                return RefusalReason.Repeated;
            }

            // Committed before it is executed: a command that restarts the board must not be found again after the restart.
            _meter.Journal.CommandSequence = _command.Sequence;
            _meter.Journal.Commit(_meter.Clock.MonotonicMilliseconds);
            Acknowledge(_command, RefusalReason.Taken, _commands.Answer(_command.Line));
            return RefusalReason.Taken;
        }

        private void Acknowledge(Message answered, RefusalReason reason, string text)
        {
            _acknowledgement.Slot = answered.Slot;
            _acknowledgement.AnsweredType = answered.Type;
            _acknowledgement.AnsweredSequence = answered.Sequence;
            _acknowledgement.Reason = (int)reason;
            _acknowledgement.Text = text;
            _publisher.Publish(_acknowledgement, false);
        }
    }
}
