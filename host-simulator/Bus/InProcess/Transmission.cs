// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>One message on a faulty way to the broker: lost, delayed, its acknowledgement lost, and repeated until acknowledged or given up.</summary>
internal sealed class Transmission
{
    private readonly InProcessBroker _broker;
    private readonly InProcessSession _session;
    private readonly MqttConnectOptions _options;
    private readonly MqttMessage _message;
    private readonly ushort _id;
    private readonly int _epoch;
    private int _attempts;

    public Transmission(InProcessBroker broker, InProcessSession session, MqttConnectOptions options, ushort id, MqttMessage message)
    {
        _broker = broker;
        _session = session;
        _options = options;
        _message = message;
        _id = id;
        _epoch = session.Epoch;
    }

    private bool NeedsAcknowledgement => _message.QualityOfService > 0;

    /// <summary>One attempt.</summary>
    public void Send()
    {
        if (!_session.Waits(_epoch, NeedsAcknowledgement ? _id : (ushort)0))
        {
            return;
        }

        _attempts++;
        if (!_session.IsSilent && !_broker.Faults.Loses())
        {
            Travel();
        }

        if (NeedsAcknowledgement)
        {
            _broker.Clock.Schedule(_options.AcknowledgementTimeoutMilliseconds, _attempts < _options.PublishAttempts ? Send : GiveUp);
        }
    }

    private void Travel()
    {
        if (_broker.Faults.HoldsBack(out int milliseconds))
        {
            _broker.Clock.Schedule(milliseconds, Arrive);
        }
        else
        {
            Arrive();
        }
    }

    private void Arrive()
    {
        if (!_session.Waits(_epoch, 0) || _session.IsSilent)
        {
            return;
        }

        _broker.Router.Publish(_message.Topic, _message.Payload, _message.QualityOfService, _message.IsRetained);
        if (NeedsAcknowledgement && !_broker.Faults.Loses())
        {
            Answer(isAcknowledged: true);
        }
    }

    private void GiveUp()
    {
        if (_session.Waits(_epoch, _id))
        {
            Answer(isAcknowledged: false);
        }
    }

    private void Answer(bool isAcknowledged)
    {
        _broker.Send(Delivery.Event(DeliveryKind.Published, _session, _epoch, _id, isAcknowledged ? 1 : 0));
    }
}
