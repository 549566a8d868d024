// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>What a topic says.</summary>
    public sealed class TopicParts
    {
        /// <summary>Name of the cluster.</summary>
        public string Cluster;

        /// <summary>The meter, or 0 for a market-wide topic.</summary>
        public int Meter;

        /// <summary>The type its verb stands for.</summary>
        public MessageType Type;

        /// <summary>True for the mirror that carries JSON.</summary>
        public bool IsJson;
    }
}
