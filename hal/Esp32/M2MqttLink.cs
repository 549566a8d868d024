// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
#pragma warning disable IDE0005 // The desktop build has its own IPGlobalProperties and Thread.
using System.Net.NetworkInformation;
using System.Threading;
#pragma warning restore IDE0005
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// The MQTT session over nanoFramework.M2Mqtt 5.1.220 or later. Nothing here blocks: what does runs on a thread of its own.
    /// </summary>
    /// <remarks>
    /// Manners of the library that this class lives with: an exception in a handler closes the connection, so handlers copy, enqueue and return;
    /// Publish does not look whether anybody is connected and its queue is unbounded and lost with the connection, so it is gated and bounded here and the caller keeps
    /// what is not acknowledged; Close does nothing for ever once it has failed, so each attempt has a new client; Connect and Close may hang, so an attempt is given up
    /// after a while, its thread is left to itself, and there are never more than a few of them.
    /// </remarks>
    public sealed class M2MqttLink : IMessageLink
    {
        /// <summary>How many published messages may wait for their acknowledgement.</summary>
        public const int MostInFlight = 8;

        private const int ReceiveSlots = 8;
        private const int LongestMessage = 256;

        // Longer than a TLS handshake on the chip takes; with the longest back-off it still leaves the board back on air in 30 s.
        private const int PatienceMilliseconds = 15000;
        private const int MostThreads = 4;

        private readonly M2MqttConnector _connector;
        private readonly object _lock = new object();
        private readonly MessageSlots _received = new MessageSlots(ReceiveSlots, LongestMessage);
        private readonly IdentifierQueue _acknowledged = new IdentifierQueue(2 * MostInFlight);
        private readonly IdentifierQueue _failed = new IdentifierQueue(2 * MostInFlight);

        private LinkState _state = LinkState.Closed;
        private MqttClient _client;
        private long _attemptMilliseconds;
        private int _threadCount;
        private int _attempt;
        private int _inFlightCount;

        /// <summary>Makes the link; nothing is opened yet.</summary>
        /// <param name="broker">The broker.</param>
        /// <param name="station">The network to wait for.</param>
        public M2MqttLink(BrokerAddress broker, WifiStation station)
        {
            _connector = new M2MqttConnector(broker, station, OnReceived, OnPublished);
        }

        /// <inheritdoc/>
        public LinkState State
        {
            get
            {
                MqttClient lost = null;
                LinkState state;
                lock (_lock)
                {
                    if (_state == LinkState.Connected && !_client.IsConnected)
                    {
                        lost = TakeClient();
                    }
                    else if (_state == LinkState.Connecting && Environment.TickCount64 - _attemptMilliseconds >= PatienceMilliseconds)
                    {
                        // Should it come to something after all, it is closed.
                        _attempt++;
                        _state = LinkState.Closed;
                    }

                    state = _state;
                }

                if (lost != null)
                {
                    CloseOnThread(lost);
                }

                return state;
            }
        }

        /// <inheritdoc/>
        public bool IsExhausted
        {
            get { return _threadCount >= MostThreads; }
        }

        /// <inheritdoc/>
        public string Address
        {
            get { return IPGlobalProperties.GetIPAddress().ToString(); }
        }

        /// <inheritdoc/>
        public string LastFailure
        {
            get { return _connector.LastFailure; }
        }

        /// <inheritdoc/>
        public int DroppedCount
        {
            get { return _received.DroppedCount; }
        }

        /// <inheritdoc/>
        public void Open(string clientId, string willTopic, string willText, string[] subscriptions)
        {
            int attempt;
            lock (_lock)
            {
                if (_state != LinkState.Closed || _threadCount >= MostThreads)
                {
                    return;
                }

                attempt = ++_attempt;
                _attemptMilliseconds = Environment.TickCount64;
                _state = LinkState.Connecting;
                _threadCount++;
                _inFlightCount = 0;
                _acknowledged.Clear();
                _failed.Clear();
            }

            new Thread(() =>
            {
                Finish(attempt, _connector.Connect(clientId, willTopic, willText, subscriptions));
                EndThread();
            }).Start();
        }

        /// <inheritdoc/>
        public void Close()
        {
            MqttClient client;
            lock (_lock)
            {
                // An attempt under way sees the new number and gives up what it has got.
                _attempt++;
                client = TakeClient();
            }

            if (client != null)
            {
                CloseOnThread(client);
            }
        }

        /// <inheritdoc/>
        public int Publish(string topic, byte[] payload, int length, bool retain)
        {
            MqttClient client;
            lock (_lock)
            {
                if (_state != LinkState.Connected || _inFlightCount >= MostInFlight)
                {
                    return 0;
                }

                client = _client;
                _inFlightCount++;
            }

            // The library keeps the array until the acknowledgement has come.
            byte[] copy = new byte[length];
            Array.Copy(payload, 0, copy, 0, length);
            try
            {
                return client.Publish(topic, copy, null, null, MqttQoSLevel.AtLeastOnce, retain);
            }
            catch (Exception)
            {
                lock (_lock)
                {
                    _inFlightCount--;
                }

                return 0;
            }
        }

        /// <inheritdoc/>
        public int TakeAcknowledged()
        {
            return _acknowledged.Take();
        }

        /// <inheritdoc/>
        public int TakeFailed()
        {
            return _failed.Take();
        }

        /// <inheritdoc/>
        public int TakeMessage(byte[] buffer, out string topic)
        {
            return _received.Take(buffer, out topic);
        }

        private void Finish(int attempt, MqttClient client)
        {
            bool isWanted;
            lock (_lock)
            {
                isWanted = attempt == _attempt;
                if (isWanted)
                {
                    _client = client;
                    _state = client != null ? LinkState.Connected : LinkState.Closed;
                }
            }

            if (!isWanted)
            {
                M2MqttConnector.Close(client);
            }
        }

        private void OnReceived(object sender, MqttMsgPublishEventArgs e)
        {
            try
            {
                _received.Put(e.Topic, e.Message);
            }
            catch (Exception)
            {
                // Thrown on, it would close the connection.
            }
        }

        private void OnPublished(object sender, MqttMsgPublishedEventArgs e)
        {
            try
            {
                Note(sender, e.MessageId, e.IsPublished);
            }
            catch (Exception)
            {
                // Thrown on, it would close the connection.
            }
        }

        private void Note(object sender, int identifier, bool isPublished)
        {
            lock (_lock)
            {
                if (sender != _client)
                {
                    return;
                }

                _inFlightCount--;
            }

            (isPublished ? _acknowledged : _failed).Put(identifier);
        }

        // The caller holds the lock.
        private MqttClient TakeClient()
        {
            MqttClient client = _client;
            _state = LinkState.Closed;
            _client = null;
            return client;
        }

        private void CloseOnThread(MqttClient client)
        {
            lock (_lock)
            {
                _threadCount++;
            }

            new Thread(() =>
            {
                M2MqttConnector.Close(client);
                EndThread();
            }).Start();
        }

        private void EndThread()
        {
            lock (_lock)
            {
                _threadCount--;
            }
        }
    }
}
