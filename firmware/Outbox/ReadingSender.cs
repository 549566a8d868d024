// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Network;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Sends readings in their order. One that finds a link waits for its acknowledgement in RAM, for a write to flash with each would wear it out in eight years; when
    /// the next one comes before the acknowledgement, or the link is lost, it goes into flash. So a power cut can take one reading, an outage none.
    /// </summary>
    public sealed class ReadingSender
    {
        private readonly ReadingBacklog _backlog;
        private readonly Publisher _publisher;
        private readonly IMessageLink _link;
        private readonly Reading _history = new Reading();
        private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
        private int _identifier;
        private int _historyIdentifier;
        private bool _isWaiting;

        /// <summary>A sender; what the backlog holds now comes first.</summary>
        public ReadingSender(ReadingBacklog backlog, Publisher publisher, IMessageLink link)
        {
            _backlog = backlog;
            _publisher = publisher;
            _link = link;
        }

        /// <summary>The newest reading. Whoever fills it calls <see cref="Keep"/> before and <see cref="Send"/> after.</summary>
        public readonly Reading Newest = new Reading();

        /// <summary>True while readings wait in flash.</summary>
        public bool HasHistory
        {
            get { return _backlog.Depth > 0; }
        }

        /// <summary>Puts the newest reading into flash when it is not acknowledged yet.</summary>
        public void Keep()
        {
            if (_isWaiting)
            {
                _isWaiting = false;
                _backlog.Append(Newest);
            }
        }

        /// <summary>Sends the newest reading, at once when no older one waits.</summary>
        public void Send()
        {
            int length = _publisher.Encode(Newest, _buffer);
            _isWaiting = length > 0;
            _identifier = _isWaiting && !HasHistory ? Publish(length) : 0;
            if (_identifier == 0)
            {
                Keep();
            }

            _publisher.Mirror(Newest);
        }

        /// <summary>Sends the oldest reading that waits in flash, as history, unless one is under way.</summary>
        /// <returns>False when nothing was sent.</returns>
        public bool SendHistory()
        {
            if (_historyIdentifier != 0 || !_backlog.TryCopy(_history))
            {
                return false;
            }

            _history.IsReplay = true;
            int length = MessageCodec.Encode(_history, _buffer, 0);
            if (length == 0)
            {
                // Flash gave back something else than was put in: it can never be sent.
                _backlog.Acknowledge();
                return false;
            }

            _historyIdentifier = Publish(length);
            return _historyIdentifier != 0;
        }

        /// <summary>A message, perhaps one of these, was acknowledged or given up.</summary>
        public void Answer(int identifier, bool isAcknowledged)
        {
            if (identifier == _historyIdentifier)
            {
                _historyIdentifier = 0;
                if (isAcknowledged)
                {
                    _backlog.Acknowledge();
                }
            }
            else if (identifier == _identifier && isAcknowledged)
            {
                _isWaiting = false;
            }
        }

        /// <summary>The link is down: what was under way is history on the next one.</summary>
        public void Forget()
        {
            _historyIdentifier = 0;
            Keep();
        }

        private int Publish(int length)
        {
            return _link.Publish(_publisher.TopicOf(MessageType.Reading), _buffer, length, false);
        }
    }
}
