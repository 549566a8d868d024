// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.M2Mqtt;

/// <summary>Versions of TLS.</summary>
public enum MqttSslProtocols
{
    /// <summary>No TLS.</summary>
    None,

    /// <summary>Not accepted.</summary>
    SSLv3,

    /// <summary>Not accepted.</summary>
    TLSv1_0,

    /// <summary>Not accepted.</summary>
    TLSv1_1,

    /// <summary>TLS 1.2.</summary>
    TLSv1_2,

    /// <summary>TLS 1.3.</summary>
    TLSv1_3,
}
