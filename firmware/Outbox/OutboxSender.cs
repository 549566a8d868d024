// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Network;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Hands the outbox to the link: live bids at once, then slot reports in their order, then readings in theirs; what is left over from before is sent one at a time and
    /// marked as replay. A message leaves the outbox when the broker has acknowledged it.
    /// </summary>
    public sealed class OutboxSender
    {
        private const int MostInFlight = 4;
        private const int ReplayPauseMilliseconds = 200;

        private readonly MessageOutbox _outbox;
        private readonly ReadingSender _readings;
        private readonly IMessageLink _link;
        private readonly Publisher _publisher;
        private readonly Bid _bid = new Bid();
        private readonly SlotReport _report = new SlotReport();
        private readonly byte[] _buffer = new byte[OutboxPage.LongestMessage];
        private readonly int[] _numbers = new int[MostInFlight];
        private readonly int[] _identifiers = new int[MostInFlight];
        private int _firstLive;
        private int _replayIdentifier;
        private long _replayMilliseconds;
        private bool _isConnected;

        /// <summary>A sender; what the outbox holds now counts as left over.</summary>
        public OutboxSender(MessageOutbox outbox, ReadingSender readings, IMessageLink link, Publisher publisher)
        {
            _outbox = outbox;
            _readings = readings;
            _link = link;
            _publisher = publisher;
            _firstLive = outbox.NextNumber;
        }

        /// <summary>Messages that were sent again since start.</summary>
        public int ReplayedCount;

        /// <summary>True while an acknowledgement is awaited.</summary>
        public bool IsBusy
        {
            get { return _isConnected && (_outbox.Depth > 0 || _readings.HasHistory); }
        }

        /// <summary>Takes acknowledgements and sends what may be sent.</summary>
        public void Run(long nowMilliseconds)
        {
            bool isConnected = _link.State == LinkState.Connected;
            if (!isConnected || !_isConnected)
            {
                // Whatever was or would have been sent is history on the next link.
                Forget();
            }

            _isConnected = isConnected;
            if (isConnected)
            {
                TakeAnswers();
                SendLive();
                SendReplay(nowMilliseconds);
            }
        }

        private void Forget()
        {
            for (int i = 0; i < MostInFlight; i++)
            {
                _identifiers[i] = 0;
            }

            _replayIdentifier = 0;
            _firstLive = _outbox.NextNumber;
            _readings.Forget();
        }

        private void TakeAnswers()
        {
            for (int id = _link.TakeAcknowledged(); id != 0; id = _link.TakeAcknowledged())
            {
                Answer(id, true);
            }

            for (int id = _link.TakeFailed(); id != 0; id = _link.TakeFailed())
            {
                Answer(id, false);
            }
        }

        private void Answer(int identifier, bool isAcknowledged)
        {
            int slot = Release(identifier);
            if (slot < 0)
            {
                _readings.Answer(identifier, isAcknowledged);
            }
            else if (isAcknowledged)
            {
                _outbox.Acknowledge(_numbers[slot]);
            }
        }

        // Where the message was in flight, or -1 when it is none of ours.
        private int Release(int identifier)
        {
            for (int i = 0; i < MostInFlight; i++)
            {
                if (_identifiers[i] == identifier)
                {
                    _identifiers[i] = 0;
                    _replayIdentifier = _replayIdentifier == identifier ? 0 : _replayIdentifier;
                    return i;
                }
            }

            return -1;
        }

        // A bid is worth something before its gate only; a report waits for the ones before it, so that receivers have them in order.
        private void SendLive()
        {
            while (_firstLive < _outbox.NextNumber)
            {
                bool isNext = FindHistory() < 0 || IsBid(_firstLive);
                if (isNext && _outbox.IsPending(_firstLive) && Send(_firstLive, false) == 0)
                {
                    return;
                }

                _firstLive++;
            }
        }

        private void SendReplay(long nowMilliseconds)
        {
            if (_replayIdentifier != 0 || nowMilliseconds - _replayMilliseconds < ReplayPauseMilliseconds)
            {
                return;
            }

            int number = FindHistory();
            _replayIdentifier = number >= 0 ? Send(number, true) : 0;
            if (_replayIdentifier != 0 || (number < 0 && _readings.SendHistory()))
            {
                _replayMilliseconds = nowMilliseconds;
                ReplayedCount++;
            }
        }

        // The oldest message that is left over and not in flight, or -1.
        private int FindHistory()
        {
            int number = _outbox.FindPending(0);
            while (number >= 0 && number < _firstLive && IsInFlight(number))
            {
                number = _outbox.FindPending(number + 1);
            }

            return number < _firstLive ? number : -1;
        }

        private bool IsBid(int number)
        {
            int length = _outbox.Copy(number, _buffer);
            return MessageCodec.PeekType(_buffer, 0, length) == MessageType.Bid;
        }

        private bool IsInFlight(int number)
        {
            for (int i = 0; i < MostInFlight; i++)
            {
                if (_identifiers[i] != 0 && _numbers[i] == number)
                {
                    return true;
                }
            }

            return false;
        }

        private int Send(int number, bool isReplay)
        {
            int slot = FreeSlot();
            if (slot < 0)
            {
                return 0;
            }

            int length = _outbox.Copy(number, _buffer);
            Message message = MessageCodec.PeekType(_buffer, 0, length) == MessageType.Bid ? (Message)_bid : _report;
            if (length == 0 || MessageCodec.Decode(_buffer, 0, length, message) != RefusalReason.Taken)
            {
                // Flash gave back something else than was put in: it can never be sent.
                _outbox.Acknowledge(number);
                return 0;
            }

            message.IsReplay = isReplay;
            length = MessageCodec.Encode(message, _buffer, 0);
            _identifiers[slot] = _link.Publish(_publisher.TopicOf(message.Type), _buffer, length, false);
            _numbers[slot] = number;
            return _identifiers[slot];
        }

        private int FreeSlot()
        {
            for (int i = 0; i < MostInFlight; i++)
            {
                if (_identifiers[i] == 0)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
