// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.M2Mqtt
{
    public class MqttSettings
    {
        public const int BrokerDefaultPort = 1883;

        public const int BrokerDefaultSslPort = 8883;

        public const int DefaultTimeout = 30000;

        public const int MaximumAttemptsRetry = 3;

        public const int DefaultDelayRetry = 1000;

        public const int ConnectTimeout = 30000;

        public const int DefaultInflightQueueSize = 2147483647;

        internal MqttSettings() => throw null;

        public int InflightQueueSize
        {
            get => throw null;
            set => throw null;
        }
    }
}
