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
        private const int ReplayPauseMilliseconds = 200;
        private const int None = -1;

        private readonly MessageOutbox _outbox;
        private readonly ReadingSender _readings;
        private readonly IMessageLink _link;
        private readonly Publisher _publisher;
        private readonly Bid _bid = new Bid();
        private readonly SlotReport _report = new SlotReport();
        private readonly byte[] _buffer = new byte[OutboxPage.LongestMessage];
        private int _firstLive;
        private int _liveNumber = None;
        private int _liveIdentifier;
        private int _replayNumber = None;
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
            Land(_liveIdentifier);
            Land(_replayIdentifier);
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
            int number = Land(identifier);
            if (number == None)
            {
                _readings.Answer(identifier, isAcknowledged);
            }
            else if (isAcknowledged)
            {
                _outbox.Acknowledge(number);
            }
        }

        // The number of the message that was in flight under this identifier; it is so no more.
        private int Land(int identifier)
        {
            int number = None;
            if (identifier == _liveIdentifier)
            {
                number = _liveNumber;
                _liveNumber = None;
                _liveIdentifier = 0;
            }
            else if (identifier == _replayIdentifier)
            {
                number = _replayNumber;
                _replayNumber = None;
                _replayIdentifier = 0;
            }

            return number;
        }

        // A bid is worth something before its gate only, so it waits for nothing; a report waits for the ones before it, so that receivers have them in order. A message
        // whose acknowledgement is still awaited when the next one goes out is history from then on: it may be sent twice, but holds nothing up.
        private void SendLive()
        {
            while (_firstLive < _outbox.NextNumber)
            {
                bool isNext = FindHistory() < 0 || IsBid(_firstLive);
                if (isNext && _outbox.IsPending(_firstLive))
                {
                    _liveIdentifier = Send(_firstLive, false);
                    if (_liveIdentifier == 0)
                    {
                        return;
                    }

                    _liveNumber = _firstLive;
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
            _replayNumber = _replayIdentifier != 0 ? number : None;
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
            while (number >= 0 && (number == _liveNumber || number == _replayNumber))
            {
                number = _outbox.FindPending(number + 1);
            }

            return number < _firstLive ? number : None;
        }

        private bool IsBid(int number)
        {
            int length = _outbox.Copy(number, _buffer);
            return MessageCodec.PeekType(_buffer, 0, length) == MessageType.Bid;
        }

        private int Send(int number, bool isReplay)
        {
            int length = _outbox.Copy(number, _buffer);
            Message message = MessageCodec.PeekType(_buffer, 0, length) == MessageType.Bid ? (Message)_bid : _report;
            if (length == 0 || MessageCodec.Decode(_buffer, 0, length, message) != RefusalReason.Taken)
            {
                // Flash had refused it, or gives back something else: it can never be sent.
                _outbox.LostCount++;
                _outbox.Acknowledge(number);
                return 0;
            }

            message.IsReplay = isReplay;
            length = MessageCodec.Encode(message, _buffer, 0);
            return _link.Publish(_publisher.TopicOf(message.Type), _buffer, length, false);
        }
    }
}
