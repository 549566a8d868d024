// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;
using Prosumeter.Metering;
using Prosumeter.Trading;

namespace Prosumeter.Firmware
{
    /// <summary>
    /// Samples all sensors once a period and hands powers and elapsed time to the controller. A sensor without a valid measurement, or with one of more than can
    /// flow at its place, counts as 0 for that period and is flagged; of a gap longer than two periods, and than 2 s, only so much is counted, with the flag SamplingGap. A step allocates nothing.
    /// </summary>
    public sealed class Sampler
    {
        /// <summary>Event of the log, with 10 times the role plus the status.</summary>
        public const string StatusChanged = "sensor of";

        private const int CountedPeriods = 2;

        // For so long a power is taken to flow on, as with the default period: a shorter one must not lose energy to a write to flash.
        private const int CountedMilliseconds = 2000;

        private readonly Hardware _hardware;
        private readonly TradingController _controller;
        private readonly FaultMemory _faults;
        private readonly EventLog _log;
        private readonly DeviceConfiguration _configuration;
        private readonly int _periodMilliseconds;
        private readonly SensorStatus[] _status = new SensorStatus[SettingTable.Roles];
        private readonly int[] _powerMilliwatts = new int[SettingTable.Roles];
        private long _sampledMilliseconds = -1;
        private bool _isBusStuck;

        /// <summary>A sampler that begins with its first run.</summary>
        public Sampler(Hardware hardware, TradingController controller, FaultMemory faults, EventLog log, DeviceConfiguration configuration)
        {
            _hardware = hardware;
            _controller = controller;
            _faults = faults;
            _log = log;
            _configuration = configuration;
            _periodMilliseconds = configuration.Get(SettingId.SamplingPeriodMilliseconds);
            int periods = CountedPeriods * _periodMilliseconds;
            LongestMilliseconds = periods < CountedMilliseconds ? CountedMilliseconds : periods;
        }

        /// <summary>What is counted of a longer time without samples, in ms.</summary>
        public readonly int LongestMilliseconds;

        /// <summary>How many samples were taken since start.</summary>
        public int SampleCount;

        /// <summary>When to sample next, on the monotonic clock in ms.</summary>
        public long NextMilliseconds;

        /// <summary>State of charge in per mille, -1 when unknown.</summary>
        public int StateOfChargePermille = -1;

        /// <summary>Power of the last sample in mW, 0 when it was not valid.</summary>
        public int PowerOf(SensorRole role)
        {
            return _powerMilliwatts[(int)role];
        }

        /// <summary>What the last sample was worth.</summary>
        public SensorStatus StatusOf(SensorRole role)
        {
            return _status[(int)role];
        }

        /// <summary>Samples when it is due.</summary>
        public void Run(long nowMilliseconds)
        {
            if (nowMilliseconds < NextMilliseconds)
            {
                return;
            }

            _isBusStuck = false;
            SampleRole(SensorRole.Grid, FaultFlags.GridSensor);
            SampleRole(SensorRole.Generation, FaultFlags.GenerationSensor);
            SampleRole(SensorRole.Storage, FaultFlags.StorageSensor);
            SampleGauge();
            Count(nowMilliseconds);
            SetSwitches();

            // Keeps the beat; after a pause it starts anew from now.
            NextMilliseconds += _periodMilliseconds;
            if (NextMilliseconds <= nowMilliseconds)
            {
                NextMilliseconds = nowMilliseconds + _periodMilliseconds;
            }
        }

        /// <summary>Samples now, due or not.</summary>
        public void TakeNow(long nowMilliseconds)
        {
            NextMilliseconds = nowMilliseconds;
            Run(nowMilliseconds);
        }

        private void SampleRole(SensorRole role, int fault)
        {
            IPowerSensor sensor = _hardware.Sensors[(int)role];
            if (sensor == null)
            {
                return;
            }

            // All sensors share a bus, and each try of a stuck one blocks the board for up to a second.
            SensorStatus status = _isBusStuck ? SensorStatus.BusStuck : sensor.Sample();
            int highestMilliwatts = _configuration.Get(role, SensorSettingId.HighestWatts) * 1000;
            if (status == SensorStatus.Ok && (sensor.PowerMilliwatts > highestMilliwatts || sensor.PowerMilliwatts < -highestMilliwatts))
            {
                status = SensorStatus.Implausible;
            }

            _isBusStuck |= status == SensorStatus.BusStuck;
            if (status != _status[(int)role] && status != SensorStatus.Ok)
            {
                _log.Add(StatusChanged, ((int)role * 10) + (int)status);
            }

            _status[(int)role] = status;
            _powerMilliwatts[(int)role] = status == SensorStatus.Ok ? sensor.PowerMilliwatts : 0;
            _faults.Set(fault, status != SensorStatus.Ok);
        }

        private void SampleGauge()
        {
            if (_hardware.Gauge == null)
            {
                return;
            }

            bool isKnown = StatusOf(SensorRole.Storage) == SensorStatus.Ok && _hardware.Gauge.Sample() == SensorStatus.Ok;
            StateOfChargePermille = isKnown ? _hardware.Gauge.StateOfChargePermille : -1;
            _faults.Set(FaultFlags.StorageGauge, !isKnown);
        }

        private void Count(long nowMilliseconds)
        {
            long elapsed = _sampledMilliseconds < 0 ? 0 : nowMilliseconds - _sampledMilliseconds;
            if (elapsed > LongestMilliseconds)
            {
                _faults.Note(FaultFlags.SamplingGap);
                _log.Add("sampling gap ms", elapsed < int.MaxValue ? (int)elapsed : int.MaxValue);
                elapsed = LongestMilliseconds;
            }

            bool isCounted = _controller.Sample(
                PowerOf(SensorRole.Grid),
                PowerOf(SensorRole.Generation),
                PowerOf(SensorRole.Storage),
                StateOfChargePermille,
                (int)elapsed);
            _faults.Set(FaultFlags.RegisterFull, !isCounted);
            _sampledMilliseconds = nowMilliseconds;
            SampleCount++;
        }

        private void SetSwitches()
        {
            if (_hardware.StorageSwitch != null)
            {
                _hardware.StorageSwitch.Tell(_controller.StorageSetPoint);
            }

            if (_hardware.LoadSwitch != null)
            {
                _hardware.LoadSwitch.Supply(!_controller.CutsInterruptibleLoad);
            }
        }
    }
}
