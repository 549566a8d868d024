// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

#pragma warning disable CA1069 // The library has several names for one value: they belong to different packets.

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>Answers of a broker: the return codes of MQTT 3.1.1 (ConnectionRefused...) and the reason codes of MQTT 5. Some values mean both.</summary>
public enum MqttReasonCode
{
    /// <summary>Accepted.</summary>
    Success = 0,

    /// <summary>Granted QoS 0.</summary>
    GrantedQoS0 = 0,

    /// <summary>Normal disconnection.</summary>
    NormalDisconnection = 0,

    /// <summary>MQTT 3.1.1: unacceptable protocol version.</summary>
    ConnectionRefusedUnacceptableProtocolVersion = 1,

    /// <summary>Granted QoS 1.</summary>
    GrantedQoS1 = 1,

    /// <summary>MQTT 3.1.1: identifier rejected.</summary>
    ConnectionRefusedIdentifierRejected = 2,

    /// <summary>Granted QoS 2.</summary>
    GrantedQoS2 = 2,

    /// <summary>MQTT 3.1.1: server unavailable.</summary>
    ConnectionRefusedServerUnavailable = 3,

    /// <summary>MQTT 3.1.1: bad user name or password.</summary>
    ConnectionRefusedBadUserNameOrPassword = 4,

    /// <summary>Disconnect with will message.</summary>
    DisconnectWithWillMessage = 4,

    /// <summary>MQTT 3.1.1: not authorized.</summary>
    ConnectionRefusedNotAuthorized = 5,

    /// <summary>No matching subscribers.</summary>
    NoMatchingSubscribers = 16,

    /// <summary>No subscription existed.</summary>
    NoSubscriptionExisted = 17,

    /// <summary>Continue authentication.</summary>
    ContinueAuthentication = 24,

    /// <summary>Re authenticate.</summary>
    ReAuthenticate = 25,

    /// <summary>Unspecified error.</summary>
    UnspecifiedError = 128,

    /// <summary>Malformed packet.</summary>
    MalformedPacket = 129,

    /// <summary>Protocol error.</summary>
    ProtocolError = 130,

    /// <summary>Implementation specific error.</summary>
    ImplementationSpecificError = 131,

    /// <summary>Unsupported protocol version.</summary>
    UnsupportedProtocolVersion = 132,

    /// <summary>Client identifier not valid.</summary>
    ClientIdentifierNotValid = 133,

    /// <summary>Bad user name or password.</summary>
    BadUserNameOrPassword = 134,

    /// <summary>Not authorized.</summary>
    NotAuthorized = 135,

    /// <summary>Server unavailable.</summary>
    ServerUnavailable = 136,

    /// <summary>Server busy.</summary>
    ServerBusy = 137,

    /// <summary>Banned.</summary>
    Banned = 138,

    /// <summary>Serve shutting down.</summary>
    ServeShuttingDown = 139,

    /// <summary>Bad authentication method.</summary>
    BadAuthenticationMethod = 140,

    /// <summary>Keep alive timeout.</summary>
    KeepAliveTimeout = 141,

    /// <summary>Session taken over.</summary>
    SessionTakenOver = 142,

    /// <summary>Topic filter invalid.</summary>
    TopicFilterInvalid = 143,

    /// <summary>Topic name invalid.</summary>
    TopicNameInvalid = 144,

    /// <summary>Packet identifier in use.</summary>
    PacketIdentifierInUse = 145,

    /// <summary>Packet identifier not found.</summary>
    PacketIdentifierNotFound = 146,

    /// <summary>Receive maximum exceeded.</summary>
    ReceiveMaximumExceeded = 147,

    /// <summary>Topic alias invalid.</summary>
    TopicAliasInvalid = 148,

    /// <summary>Packet too large.</summary>
    PacketTooLarge = 149,

    /// <summary>Message rate too high.</summary>
    MessageRateTooHigh = 150,

    /// <summary>Quota exceeded.</summary>
    QuotaExceeded = 151,

    /// <summary>Administrative action.</summary>
    AdministrativeAction = 152,

    /// <summary>Payload format invalid.</summary>
    PayloadFormatInvalid = 153,

    /// <summary>Retain not supported.</summary>
    RetainNotSupported = 154,

    /// <summary>QoS not supported.</summary>
    QoSNotSupported = 155,

    /// <summary>Use another server.</summary>
    UseAnotherServer = 156,

    /// <summary>Server moved.</summary>
    ServerMoved = 157,

    /// <summary>Shared subscriptions not supported.</summary>
    SharedSubscriptionsNotSupported = 158,

    /// <summary>Connection rate exceeded.</summary>
    ConnectionRateExceeded = 159,

    /// <summary>Maximum connect time.</summary>
    MaximumConnectTime = 160,

    /// <summary>Subscription identifiers not supported.</summary>
    SubscriptionIdentifiersNotSupported = 161,

    /// <summary>Wildcard subscriptions not supported.</summary>
    WildcardSubscriptionsNotSupported = 162,
}
