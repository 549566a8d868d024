// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus;

/// <summary>The last will: what the broker publishes when the connection ends without a DISCONNECT (MQTT 3.1.1 section 3.1.2.5).</summary>
/// <param name="Topic">Topic name, no wildcards.</param>
/// <param name="Payload">At most 65535 bytes.</param>
/// <param name="QualityOfService">0 or 1.</param>
/// <param name="IsRetained">Whether the broker keeps it for later subscribers.</param>
public sealed record MqttWill(string Topic, byte[] Payload, int QualityOfService, bool IsRetained);
