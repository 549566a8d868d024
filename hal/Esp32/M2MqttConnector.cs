// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Messages;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// Opens and closes M2Mqtt clients. Both block, opening without a limit that could be relied on: DNS, the socket and the answer of the broker (30 s) are waited for.
    /// </summary>
    internal sealed class M2MqttConnector
    {
        // The library notices a dead peer after up to twice this.
        private const ushort KeepAliveSeconds = 25;

        // What waits for its acknowledgement and what has come share the library's queue; while it is full, what comes is dropped.
        private const int QueueSize = 4 * M2MqttLink.MostInFlight;

        private readonly BrokerAddress _broker;
        private readonly WifiStation _station;
        private readonly IMqttClient.MqttMsgPublishEventHandler _onReceived;
        private readonly IMqttClient.MqttMsgPublishedEventHandler _onPublished;

        public M2MqttConnector(
            BrokerAddress broker,
            WifiStation station,
            IMqttClient.MqttMsgPublishEventHandler onReceived,
            IMqttClient.MqttMsgPublishedEventHandler onPublished)
        {
            _broker = broker;
            _station = station;
            _onReceived = onReceived;
            _onPublished = onPublished;
        }

        /// <summary>Why the last attempt failed; empty when it did not.</summary>
        public string LastFailure = "";

        /// <summary>Connects a new client and subscribes; returns null when that failed for whatever reason.</summary>
        public MqttClient Connect(string clientId, string willTopic, string willText, string[] subscriptions)
        {
            MqttClient client = null;
            string failure = "no Wi-Fi, address or time";
            try
            {
                if (_station.Join())
                {
                    failure = "no such broker name, or no DNS";
                    client = Create();
                    failure = "broker does not answer";
                    MqttReasonCode code = Connect(client, clientId, willTopic, willText);
                    failure = "broker refuses, code " + ((int)code).ToString();
                    if (code == MqttReasonCode.Success)
                    {
                        client.Subscribe(subscriptions, AllAtLeastOnce(subscriptions.Length));
                        LastFailure = "";
                        return client;
                    }
                }
            }
            catch (Exception)
            {
                // No name, no route, no answer: all the same to the caller, who tries again.
            }

            LastFailure = failure;

            // A refused or failed Connect leaves a receive thread and a socket alive.
            Close(client);
            return null;
        }

        /// <summary>Ends a client whatever state it is in. Takes up to 2.2 s.</summary>
        public static void Close(MqttClient client)
        {
            if (client == null)
            {
                return;
            }

            try
            {
                if (client.IsConnected)
                {
                    client.Disconnect();
                }
            }
            catch (Exception)
            {
                // The link was dead already; the broker publishes the last will.
            }

            try
            {
                client.Close();
            }
            catch (Exception)
            {
                // Nothing is left to close.
            }
        }

        private MqttClient Create()
        {
            MqttClient client = new MqttClient(
                _broker.Host,
                _broker.Port,
                _broker.IsSecure,
                null,
                null,
                _broker.IsSecure ? MqttSslProtocols.TLSv1_2 : MqttSslProtocols.None);
            client.Settings.InflightQueueSize = QueueSize;
            client.MqttMsgPublishReceived += _onReceived;
            client.MqttMsgPublished += _onPublished;
            return client;
        }

        // The session is not clean: an award that comes while the link is down waits at the broker.
        private MqttReasonCode Connect(MqttClient client, string clientId, string willTopic, string willText)
        {
            return client.Connect(clientId, _broker.User, _broker.Password, true, MqttQoSLevel.AtLeastOnce, true, willTopic, willText, false, KeepAliveSeconds);
        }

        private static MqttQoSLevel[] AllAtLeastOnce(int count)
        {
            MqttQoSLevel[] levels = new MqttQoSLevel[count];
            for (int i = 0; i < count; i++)
            {
                levels[i] = MqttQoSLevel.AtLeastOnce;
            }

            return levels;
        }
    }
}
