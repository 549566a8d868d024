// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Outbox;
using Prosumeter.Messages;

namespace Prosumeter.Firmware.Network
{
    /// <summary>Publishes what a meter says of itself: birth on each new link, state and readings once a period, and the state at once when faults or loneliness change.</summary>
    public sealed class StatusReporter
    {
        private readonly StateMessage _state = new StateMessage();
        private readonly Meter _meter;
        private readonly Publisher _publisher;
        private readonly ReadingSender _readings;
        private readonly int _statePeriodMilliseconds;
        private readonly int _readingPeriodMilliseconds;
        private long _stateMilliseconds;
        private long _readingMilliseconds;
        private int _publishedFaults;
        private bool _publishedAlone;
        private bool _hasLeft;

        /// <summary>A reporter of a meter.</summary>
        public StatusReporter(Meter meter, Publisher publisher, ReadingSender readings)
        {
            _meter = meter;
            _publisher = publisher;
            _readings = readings;
            _statePeriodMilliseconds = meter.Configuration.Get(SettingId.StatePeriodSeconds) * 1000;
            _readingPeriodMilliseconds = meter.Configuration.Get(SettingId.ReadingPeriodSeconds) * 1000;
        }

        /// <summary>Messages refused since start; the mailbox counts them.</summary>
        public int RefusedCount;

        private int StateOfChargePermille
        {
            get { return _meter.Sampler.StateOfChargePermille < 0 ? 0 : _meter.Sampler.StateOfChargePermille; }
        }

        /// <summary>Publishes what is due.</summary>
        public void Run(long nowMilliseconds)
        {
            if (_hasLeft)
            {
                return;
            }

            bool hasChanged = _meter.Faults.Present != _publishedFaults || _meter.Controller.IsAlone != _publishedAlone;
            if (hasChanged || nowMilliseconds - _stateMilliseconds >= _statePeriodMilliseconds)
            {
                PublishState(nowMilliseconds);
            }

            if (_readingPeriodMilliseconds > 0 && nowMilliseconds - _readingMilliseconds >= _readingPeriodMilliseconds)
            {
                _readingMilliseconds = nowMilliseconds;
                PublishReading();
            }
        }

        /// <summary>Publishes the birth, retained.</summary>
        public void PublishBirth()
        {
            DeviceConfiguration configuration = _meter.Configuration;
            Birth birth = new Birth
            {
                BootCount = _meter.Guard.BootCount,
                RestartReason = (int)_meter.Guard.Reason,
                SlotSeconds = _meter.SlotSeconds,
                StorageCapacityMilliwattHours = configuration.Get(SettingId.StorageCapacityWattHours) * 1000L,
                SellAbovePermille = configuration.Get(SettingId.SellAbovePermille),
                BuyBelowPermille = configuration.Get(SettingId.BuyBelowPermille),
                FirmwareVersion = ControllerApp.Version,
            };
            _publisher.Publish(birth, true);
        }

        /// <summary>Publishes the state, retained.</summary>
        public void PublishState(long nowMilliseconds)
        {
            _stateMilliseconds = nowMilliseconds;
            _publishedFaults = _meter.Faults.Present;
            _publishedAlone = _meter.Controller.IsAlone;
            FillState(nowMilliseconds, !_hasLeft);
            _publisher.Publish(_state, true);
        }

        /// <summary>Says that the meter goes offline on purpose; nothing is said after it.</summary>
        public void Leave(long nowMilliseconds)
        {
            _hasLeft = true;
            FillState(nowMilliseconds, false);
            _publisher.Publish(_state, true);
        }

        /// <summary>The text of the last will.</summary>
        public string WillText(long nowMilliseconds)
        {
            FillState(nowMilliseconds, false);
            return _publisher.WillText(_state);
        }

        private void FillState(long nowMilliseconds, bool isOnline)
        {
            long uptime = nowMilliseconds / 1000;
            _state.Slot = _meter.Controller.Slot < 0 ? 0 : _meter.Controller.Slot;
            _state.BootCount = _meter.Guard.BootCount;
            _state.IsOnline = isOnline;
            _state.IsAlone = _meter.Controller.IsAlone;
            _state.StorageState = (int)_meter.Controller.Decision.State;
            _state.StateOfChargePermille = StateOfChargePermille;
            _state.Faults = _meter.Faults.Present;
            _state.UptimeSeconds = uptime < int.MaxValue ? (int)uptime : int.MaxValue;
            _state.OutboxDepth = _meter.Outbox.Depth + _meter.Readings.Depth;
            _state.DroppedCount = RefusedCount;
        }

        private void PublishReading()
        {
            _readings.Keep();
            Reading reading = _readings.Newest;
            reading.UtcSeconds = _meter.Clock.UtcSeconds;
            reading.Slot = _meter.Controller.Slot < 0 ? 0 : _meter.Controller.Slot;
            reading.TakeRegisters(_meter.Registers);
            reading.GridMilliwatts = _meter.Sampler.PowerOf(SensorRole.Grid);
            reading.GenerationMilliwatts = _meter.Sampler.PowerOf(SensorRole.Generation);
            reading.StorageMilliwatts = _meter.Sampler.PowerOf(SensorRole.Storage);
            reading.StateOfChargePermille = StateOfChargePermille;
            reading.Faults = _meter.Faults.Present;
            _readings.Send();
        }
    }
}
