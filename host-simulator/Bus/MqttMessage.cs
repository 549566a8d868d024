// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus;

/// <summary>One message as a subscriber gets it.</summary>
/// <param name="Topic">Topic name, no wildcards.</param>
/// <param name="Payload">The bytes; not to be changed by receivers.</param>
/// <param name="QualityOfService">0 or 1.</param>
/// <param name="IsRetained">True when the broker had kept it from before the subscription.</param>
/// <param name="IsDuplicate">True when the broker sends it again.</param>
public sealed record MqttMessage(string Topic, byte[] Payload, int QualityOfService, bool IsRetained, bool IsDuplicate)
{
    /// <summary>Who waits for the receiver's acknowledgement, or null.</summary>
    internal object? Owner { get; init; }
}
