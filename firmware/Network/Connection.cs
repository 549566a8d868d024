// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;
using Prosumeter.Messages;

namespace Prosumeter.Firmware.Network
{
    /// <summary>Keeps the link open: attempts with back-off, and birth and state as the first messages on each new link. Never blocks.</summary>
    public sealed class Connection
    {
        // A link that lives this long was a good one.
        private const int GoodMilliseconds = 30000;

        // How long a board is without a link before it restarts to get rid of attempts that hang.
        private const int HopelessMilliseconds = 600000;

        private readonly Publisher _publisher;
        private readonly StatusReporter _reporter;
        private readonly EventLog _log;
        private readonly BackOff _backOff;
        private readonly string _clientId;
        private readonly string[] _subscriptions;
        private bool _isConnected;
        private bool _isEnded;

        /// <summary>A connection of one meter.</summary>
        public Connection(IMessageLink link, Publisher publisher, StatusReporter reporter, EventLog log, DeviceConfiguration configuration)
        {
            Link = link;
            _publisher = publisher;
            _reporter = reporter;
            _log = log;
            int meter = configuration.Get(SettingId.Meter);
            _backOff = new BackOff(meter);
            _clientId = "prosumeter-" + configuration.GetText(SettingId.Cluster) + "-" + meter.ToString();
            _subscriptions = new string[]
            {
                publisher.TopicOf(MessageType.Price),
                publisher.TopicOf(MessageType.Award),
                publisher.TopicOf(MessageType.Settlement),
                publisher.TopicOf(MessageType.Command),
                publisher.TopicOf(MessageType.Acknowledgement),
            };
        }

        /// <summary>The link it keeps open.</summary>
        public readonly IMessageLink Link;

        /// <summary>When the link was opened or lost last, on the monotonic clock in ms.</summary>
        public long ChangedMilliseconds;

        /// <summary>When the next attempt may be made, on the monotonic clock in ms.</summary>
        public long AttemptMilliseconds;

        /// <summary>Attempts to connect since start.</summary>
        public int AttemptCount;

        /// <summary>Links that were lost since start.</summary>
        public int LossCount;

        /// <summary>True when the link is exhausted and has been down for ten minutes.</summary>
        public bool IsHopeless(long nowMilliseconds)
        {
            return !_isConnected && Link.IsExhausted && nowMilliseconds - ChangedMilliseconds >= HopelessMilliseconds;
        }

        /// <summary>Closes the link for good.</summary>
        public void Close()
        {
            _isEnded = true;
            Link.Close();
        }

        /// <summary>Looks after the link.</summary>
        public void Run(long nowMilliseconds)
        {
            LinkState state = Link.State;
            if ((state == LinkState.Connected) != _isConnected)
            {
                Change(nowMilliseconds);
            }

            if (_isConnected && nowMilliseconds - ChangedMilliseconds >= GoodMilliseconds)
            {
                _backOff.Reset();
            }

            if (state == LinkState.Closed && nowMilliseconds >= AttemptMilliseconds && !_isEnded && !Link.IsExhausted)
            {
                AttemptMilliseconds = nowMilliseconds + _backOff.Next();
                AttemptCount++;
                Link.Open(_clientId, _publisher.TopicOf(MessageType.State), _reporter.WillText(nowMilliseconds), _subscriptions);
            }
        }

        private void Change(long nowMilliseconds)
        {
            _isConnected = !_isConnected;
            ChangedMilliseconds = nowMilliseconds;
            if (_isConnected)
            {
                _log.Add("broker connected, attempts", AttemptCount);
                _reporter.PublishBirth();
                _reporter.PublishState(nowMilliseconds);
            }
            else
            {
                LossCount++;
                _log.Add("broker lost", LossCount);
                AttemptMilliseconds = nowMilliseconds + _backOff.Next();
            }
        }
    }
}
