// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>The topic tree: prosumeter/v1/CLUSTER/METER/VERB, market-wide prosumeter/v1/CLUSTER/market/VERB, and "/json" behind either for the mirror.</summary>
    public static class Topics
    {
        /// <summary>The longest name of a cluster in characters.</summary>
        public const int LongestCluster = 24;

        /// <summary>What a mirror topic ends in.</summary>
        public const string JsonSuffix = "/json";

        /// <summary>What every topic begins with.</summary>
        public const string Root = "prosumeter/v1/";

        /// <summary>The level that stands for the market where a topic of a meter has its number.</summary>
        public const string MarketName = "market";

        private static readonly string[] s_verbs =
        {
            "", "birth", "state", "reading", "price", "bid", "award", "report", "settlement", "cmd", "ack",
        };

        /// <summary>The topic on which a meter says, or is told, something.</summary>
        /// <returns>The topic, or null when the cluster, meter or type is not one.</returns>
        public static string ForMeter(string cluster, int meter, MessageType type)
        {
            return meter > 0 ? Join(cluster, meter.ToString(), type) : null;
        }

        /// <summary>The topic on which the market speaks to all meters of a cluster.</summary>
        /// <returns>The topic, or null when the cluster or type is not one.</returns>
        public static string ForMarket(string cluster, MessageType type)
        {
            return Join(cluster, MarketName, type);
        }

        /// <summary>True for a name of 1 to 24 characters a-z, 0-9 and '-'.</summary>
        public static bool IsCluster(string name)
        {
            if (name == null || name.Length == 0 || name.Length > LongestCluster)
            {
                return false;
            }

            for (int i = 0; i < name.Length; i++)
            {
                char c = name[i];
                if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>The verb of a type; empty for a number that is none.</summary>
        public static string VerbOf(MessageType type)
        {
            return MessageCodec.IsKnown((int)type) ? s_verbs[(int)type] : "";
        }

        /// <summary>The type of a verb, or 0.</summary>
        public static MessageType TypeOf(string verb)
        {
            for (int i = s_verbs.Length - 1; i > 0; i--)
            {
                if (s_verbs[i] == verb)
                {
                    return (MessageType)i;
                }
            }

            return 0;
        }

        private static string Join(string cluster, string speaker, MessageType type)
        {
            return IsCluster(cluster) && MessageCodec.IsKnown((int)type)
                ? Root + cluster + "/" + speaker + "/" + VerbOf(type)
                : null;
        }
    }
}
