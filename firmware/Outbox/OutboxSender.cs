// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Hands the outbox to the link: what is live at once, what is left over from before oldest first, one at a time and marked as replay.
    /// A message leaves the outbox when the broker has acknowledged it.
    /// </summary>
    public sealed class OutboxSender
    {
        private const int MostInFlight = 4;
        private const int ReplayPauseMilliseconds = 200;

        private readonly MessageOutbox _outbox;
        private readonly IMessageLink _link;
        private readonly string _bidTopic;
        private readonly string _reportTopic;
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
        public OutboxSender(MessageOutbox outbox, IMessageLink link, string bidTopic, string reportTopic)
        {
            _outbox = outbox;
            _link = link;
            _bidTopic = bidTopic;
            _reportTopic = reportTopic;
            _firstLive = outbox.NextNumber;
        }

        /// <summary>Messages that were sent again since start.</summary>
        public int ReplayedCount;

        /// <summary>True while an acknowledgement is awaited.</summary>
        public bool IsBusy
        {
            get { return _isConnected && _outbox.Depth > 0; }
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
        }

        private void TakeAnswers()
        {
            for (int id = _link.TakeAcknowledged(); id != 0; id = _link.TakeAcknowledged())
            {
                int slot = Release(id);
                if (slot >= 0)
                {
                    _outbox.Acknowledge(_numbers[slot]);
                }
            }

            for (int id = _link.TakeFailed(); id != 0; id = _link.TakeFailed())
            {
                Release(id);
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
            if (number >= 0)
            {
                _replayIdentifier = Send(number, true);
                _replayMilliseconds = nowMilliseconds;
                ReplayedCount += _replayIdentifier != 0 ? 1 : 0;
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
            _identifiers[slot] = _link.Publish(message == _bid ? _bidTopic : _reportTopic, _buffer, length, false);
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
