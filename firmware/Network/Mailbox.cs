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
    /// Takes what the market and technicians send: prices, awards, settlements and commands. What is malformed, for somebody else, repeated or out of its time is refused
    /// and changes nothing. Commands and demand cuts are always answered, the rest when it is refused (docs/PROTOCOL.md, P-19).
    /// </summary>
    public sealed class Mailbox
    {
        /// <summary>The last price.</summary>
        public readonly PriceMessage Price = new PriceMessage();

        /// <summary>The last award.</summary>
        public readonly Award Award = new Award();

        /// <summary>The last settlement.</summary>
        public readonly Settlement Settlement = new Settlement();

        private const int MostInOneStep = 4;

        private readonly Meter _meter;
        private readonly IMessageLink _link;
        private readonly Publisher _publisher;
        private readonly StatusReporter _reporter;
        private readonly BidKeeper _bids;
        private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
        private readonly Command _command = new Command();
        private readonly Acknowledgement _acknowledgement = new Acknowledgement();
        private readonly Acknowledgement _heard = new Acknowledgement();
        private int _droppedCount;
        private bool _holdsPrice;

        /// <summary>A mailbox of a meter.</summary>
        public Mailbox(Meter meter, IMessageLink link, Publisher publisher, StatusReporter reporter, BidKeeper bids, CommandRegistry commands)
        {
            _meter = meter;
            _link = link;
            _publisher = publisher;
            _reporter = reporter;
            _bids = bids;
            Answers = new CommandAnswers(commands, publisher);
        }

        /// <summary>Answers to commands that are on their way.</summary>
        internal readonly CommandAnswers Answers;

        /// <summary>Takes what has come, a few messages at most. An answer that is on its way goes first.</summary>
        public void Run()
        {
            if (_holdsPrice && _meter.Clock.IsSynchronised)
            {
                ObeyPrice();
            }

            Answers.Run();
            for (int i = 0; i < MostInOneStep && !Answers.IsBusy; i++)
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
            RefusalReason reason = message == null ? MessageCodec.Decode(_buffer, 0, length, _command)
                : topic != _publisher.TopicOf(type) ? RefusalReason.WrongType
                : MessageCodec.Decode(_buffer, 0, length, message);
            bool isRead = message != null && reason == RefusalReason.Taken;
            if (isRead)
            {
                reason = _publisher.IsAddressed(message) ? Obey(type) : RefusalReason.WrongType;
            }

            bool isRefused = reason != RefusalReason.Taken && !IsExpected(type, reason);
            if (isRefused)
            {
                _reporter.RefusedCount++;
                _meter.Faults.Note(FaultFlags.Refusal);
                _meter.Log.Add("message refused, type and reason", ((int)type * 100) + (int)reason);
            }

            // The market says a demand cut again until it is answered.
            if (isRefused || (message == Award && isRead && Award.CutsInterruptibleLoad))
            {
                Acknowledge(type, isRead ? message : null, reason);
            }
        }

        // QoS 1 may repeat, and a new link brings the retained price whatever its age.
        private static bool IsExpected(MessageType type, RefusalReason reason)
        {
            return reason == RefusalReason.Repeated || (type == MessageType.Price && reason == RefusalReason.FromPast);
        }

        private Message ObjectFor(MessageType type)
        {
            switch (type)
            {
                case MessageType.Price:
                    return Price;
                case MessageType.Award:
                    return Award;
                case MessageType.Settlement:
                    return Settlement;
                case MessageType.Command:
                    return _command;
                case MessageType.Acknowledgement:
                    return _heard;
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
                    return _meter.Controller.OnAward(Award);
                case MessageType.Settlement:
                    return _meter.Controller.OnSettlement(Settlement);
                case MessageType.Acknowledgement:
                    return Hear();
                default:
                    return ObeyCommand();
            }
        }

        private RefusalReason ObeyPrice()
        {
            // Without the time of day no slot is present or past; the retained price often comes before it.
            _holdsPrice = !_meter.Clock.IsSynchronised;
            RefusalReason reason = _holdsPrice ? RefusalReason.Taken : _meter.Controller.OnPrice(Price, _meter.Clock.UtcSeconds);
            if (reason == RefusalReason.Taken && !_holdsPrice)
            {
                _bids.OnPrice(Price);
            }

            return reason;
        }

        // The broker gives back the meter's own answers too; those to births, bids and reports are the market's (P-19).
        private RefusalReason Hear()
        {
            if (_heard.AnsweredType == MessageType.Birth || _heard.AnsweredType == MessageType.Bid || _heard.AnsweredType == MessageType.SlotReport)
            {
                _meter.Log.Add("market refused, type and reason", ((int)_heard.AnsweredType * 100) + _heard.Reason);
            }

            return RefusalReason.Taken;
        }

        private RefusalReason ObeyCommand()
        {
            if (_command.Sequence == _meter.Journal.CommandSequence)
            {
                Acknowledge(MessageType.Command, _command, RefusalReason.Repeated);
                return RefusalReason.Repeated;
            }

            // Committed before it is executed: a command that restarts the board must not be found again after the restart.
            _meter.Journal.CommandSequence = _command.Sequence;
            _meter.Journal.Commit(_meter.Clock.MonotonicMilliseconds);
            Answers.Execute(_command);
            return RefusalReason.Taken;
        }

        private void Acknowledge(MessageType type, Message answered, RefusalReason reason)
        {
            _acknowledgement.Slot = answered == null ? 0 : answered.Slot;
            _acknowledgement.AnsweredType = type;
            _acknowledgement.AnsweredSequence = answered == null ? 0 : answered.Sequence;
            _acknowledgement.Reason = (int)reason;
            _acknowledgement.Text = "";
            _publisher.Publish(_acknowledgement, false);
        }
    }
}
