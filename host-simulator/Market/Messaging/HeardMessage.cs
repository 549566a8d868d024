// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>What came from a meter.</summary>
/// <param name="Meter">The meter by the topic; 0 when the topic is none of a meter, and nobody can be told.</param>
/// <param name="Type">The type by the topic.</param>
/// <param name="Message">The message, valid until the next one is heard; null when it was refused.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Payload">Its bytes.</param>
internal readonly record struct HeardMessage(int Meter, MessageType Type, Message? Message, RefusalReason Reason, byte[] Payload);
