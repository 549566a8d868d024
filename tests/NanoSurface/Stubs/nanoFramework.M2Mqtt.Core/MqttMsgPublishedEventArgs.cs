// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Messages
{
    public class MqttMsgPublishedEventArgs : EventArgs
    {
        internal MqttMsgPublishedEventArgs() => throw null;

        public ushort MessageId
        {
            get => throw null;
            set => throw null;
        }

        public bool IsPublished
        {
            get => throw null;
            set => throw null;
        }
    }
}
