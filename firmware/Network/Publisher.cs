// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Journal;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Network
{
    /// <summary>Gives messages their head, encodes them and publishes those that need no outbox.</summary>
    public sealed class Publisher
    {
        private readonly IMessageLink _link;
        private readonly IClock _clock;
        private readonly SequenceCounters _counters;
        private readonly int _meter;
        private readonly string[] _topics = new string[(int)MessageType.Acknowledgement + 1];
        private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
        private readonly byte[] _json;

        /// <summary>A publisher for one meter.</summary>
        public Publisher(IMessageLink link, IClock clock, SequenceCounters counters, DeviceConfiguration configuration)
        {
            _link = link;
            _clock = clock;
            _counters = counters;
            _meter = configuration.Get(SettingId.Meter);
            _json = configuration.IsOn(SettingId.JsonMirror) ? new byte[MessageJson.MaxTextLength] : null;
            for (int i = (int)MessageType.Birth; i < _topics.Length; i++)
            {
                _topics[i] = i == (int)MessageType.Price
                    ? Topics.ForMarket(configuration.GetText(SettingId.Cluster), MessageType.Price)
                    : Topics.ForMeter(configuration.GetText(SettingId.Cluster), _meter, (MessageType)i);
            }
        }

        /// <summary>The topic of this meter for a type; of prices the market's.</summary>
        public string TopicOf(MessageType type)
        {
            return _topics[(int)type];
        }

        /// <summary>True while the link stands.</summary>
        public bool IsConnected
        {
            get { return _link.State == LinkState.Connected; }
        }

        /// <summary>True for a message to this meter, or of the market to all (docs/PROTOCOL.md, P-6).</summary>
        public bool IsAddressed(Message message)
        {
            return message.Meter == (message.Type == MessageType.Price ? 0 : _meter);
        }

        /// <summary>Fills in meter, sequence and flags and encodes.</summary>
        /// <returns>The length in <paramref name="buffer"/>, 0 when a field is out of range.</returns>
        public int Encode(Message message, byte[] buffer)
        {
            message.Meter = _meter;
            message.Sequence = _counters.Next(message.Type);
            message.IsReplay = false;
            message.IsUnsynchronised = !_clock.IsSynchronised;
            return MessageCodec.Encode(message, buffer, 0);
        }

        /// <summary>Publishes a message, when connected also as JSON where that is asked for.</summary>
        /// <returns>False when the link did not take it.</returns>
        public bool Publish(Message message, bool retain)
        {
            if (!IsConnected)
            {
                return false;
            }

            int length = Encode(message, _buffer);
            bool isTaken = length > 0 && _link.Publish(TopicOf(message.Type), _buffer, length, retain) != 0;
            if (isTaken)
            {
                Mirror(message);
            }

            return isTaken;
        }

        /// <summary>Publishes a message as JSON on the mirror topic where that is asked for. Nobody depends on it, so nothing waits for it.</summary>
        public void Mirror(Message message)
        {
            if (_json != null)
            {
                int length = MessageJson.Write(message, _json, 0);
                _link.Publish(TopicOf(message.Type) + Topics.JsonSuffix, _json, length, false);
            }
        }

        /// <summary>A state as the text of a last will: JSON, because the MQTT library takes a string.</summary>
        public string WillText(StateMessage state)
        {
            byte[] text = new byte[MessageJson.MaxTextLength];
            state.Meter = _meter;
            state.Sequence = _counters.Next(MessageType.State);
            int length = MessageJson.Write(state, text, 0);
            return Encoding.UTF8.GetString(text, 0, length);
        }
    }
}
