// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>What must hold between settings. Where it does not, all of them go back to a default that does, with a complaint.</summary>
    internal sealed class ConfigurationRules
    {
        private const int Ads1115LowestAddress = 0x48;
        private const int Ads1115HighestAddress = 0x4B;
        private const int LowestFramAddress = 0x50;

        // An FRAM takes each sample, so the period is what a power cut can lose: 0.1 Wh at 10 kW with what measuring and writing take (docs/reliability.md).
        private const string FramMilliseconds = "25";

        // 130 ms of measuring, and as much again for all else.
        private const int Ads1115Milliseconds = 200;

        private readonly DeviceConfiguration _configuration;
        private readonly ComplaintList _complaints;
        private readonly int[] _lineOf;

        public ConfigurationRules(DeviceConfiguration configuration, ComplaintList complaints, int[] lineOf)
        {
            _configuration = configuration;
            _complaints = complaints;
            _lineOf = lineOf;
        }

        public void Apply()
        {
            if (!Trading.MarketSlot.IsLength(_configuration.Get(SettingId.SlotSeconds)))
            {
                Refuse((int)SettingId.SlotSeconds, "a divisor of 3600 from 60");
            }

            KeepTwoSlots();
            KeepBelow(SettingId.BuyBelowPermille, SettingId.SellAbovePermille, 0);
            KeepBelow(SettingId.StorageEmptyMillivolts, SettingId.StorageFullMillivolts, 1);
            int leastMilliseconds = 0;
            for (int role = 0; role < SettingTable.Roles; role++)
            {
                CheckSensor((SensorRole)role);
                leastMilliseconds += KindOf((SensorRole)role) == SensorKind.Ads1115 ? Ads1115Milliseconds : 0;
            }

            bool hasGauge = KindOf(SensorRole.Storage) == SensorKind.Ina219;
            if (!hasGauge && _configuration.Get(SettingId.StorageCapacityWattHours) > 0)
            {
                Refuse((int)SettingId.StorageCapacityWattHours, "needs storage-sensor = ina219");
            }

            int fram = _configuration.Get(SettingId.FramAddress);
            if (fram > 0 && fram < LowestFramAddress)
            {
                Refuse((int)SettingId.FramAddress, "0, or 80 to 87");
            }

            KeepSamplingPeriod(leastMilliseconds);
            CheckPins();
        }

        // One price a slot: a shorter time would call a meter alone that has heard all there was to hear.
        private void KeepTwoSlots()
        {
            int index = (int)SettingId.AloneAfterSeconds;
            int least = 2 * _configuration.Get(SettingId.SlotSeconds);
            if (_configuration.Get(SettingId.AloneAfterSeconds) >= least)
            {
                return;
            }

            if (_lineOf[index] > 0)
            {
                Refuse(index, "at least two slots");
            }

            _configuration.Set(index, least.ToString());
        }

        private void KeepSamplingPeriod(int leastMilliseconds)
        {
            int index = (int)SettingId.SamplingPeriodMilliseconds;
            if (_configuration.Get(SettingId.SamplingPeriodMilliseconds) < leastMilliseconds)
            {
                Refuse(index, "at least 200 for each ads1115");
            }
            else if (leastMilliseconds == 0 && !_configuration.IsGiven[index] && _configuration.Get(SettingId.FramAddress) > 0)
            {
                // Not given, so that it follows when the settings change that it comes from.
                _configuration.Set(index, FramMilliseconds);
                _configuration.IsGiven[index] = false;
            }
        }

        private void KeepBelow(SettingId lower, SettingId upper, int leastGap)
        {
            if (_configuration.Get(upper) - _configuration.Get(lower) < leastGap)
            {
                int named = _lineOf[(int)lower] > _lineOf[(int)upper] ? (int)lower : (int)upper;
                Refuse(named, SettingTable.NameAt((int)lower) + " must be below " + SettingTable.NameAt((int)upper));
                _configuration.Reset((int)lower);
                _configuration.Reset((int)upper);
            }
        }

        private void CheckSensor(SensorRole role)
        {
            SensorKind kind = KindOf(role);
            int address = _configuration.Get(role, SensorSettingId.Address);
            string expected = null;
            if (kind == SensorKind.Ads1115 && (address < Ads1115LowestAddress || address > Ads1115HighestAddress))
            {
                expected = "an ads1115 needs an address from 72 to 75";
            }
            else if (kind == SensorKind.Ads1115 && role == SensorRole.Storage)
            {
                expected = "ina219, for the state of charge";
            }
            else if (kind != SensorKind.None && IsTaken(role, address))
            {
                expected = "needs an address of its own";
            }

            if (expected != null)
            {
                Refuse(SettingTable.IndexOf(role, SensorSettingId.Kind), expected);
            }
        }

        private bool IsTaken(SensorRole role, int address)
        {
            for (int other = 0; other < (int)role; other++)
            {
                if (KindOf((SensorRole)other) != SensorKind.None && _configuration.Get((SensorRole)other, SensorSettingId.Address) == address)
                {
                    return true;
                }
            }

            return false;
        }

        private void CheckPins()
        {
            for (int i = (int)SettingId.I2cDataPin; i <= (int)SettingId.PowerFailPin; i++)
            {
                for (int j = (int)SettingId.I2cDataPin; j < i; j++)
                {
                    if (IsFitted(i) && IsFitted(j) && _configuration.Get((SettingId)i) == _configuration.Get((SettingId)j))
                    {
                        Refuse(_lineOf[j] > _lineOf[i] ? j : i, "a pin is used twice, all pins are at their defaults");
                        ResetPins();
                        return;
                    }
                }
            }
        }

        // The second line of a pair is fitted when the first is.
        private bool IsFitted(int pin)
        {
            int first = pin == (int)SettingId.ConsoleRxPin ? (int)SettingId.ConsoleTxPin
                : pin == (int)SettingId.StorageBit1Pin ? (int)SettingId.StorageBit0Pin
                : pin;
            return _configuration.Get((SettingId)first) >= 0;
        }

        private void ResetPins()
        {
            for (int i = (int)SettingId.I2cDataPin; i <= (int)SettingId.PowerFailPin; i++)
            {
                _configuration.Reset(i);
            }
        }

        private SensorKind KindOf(SensorRole role)
        {
            return (SensorKind)_configuration.Get(role, SensorSettingId.Kind);
        }

        private void Refuse(int index, string expected)
        {
            _complaints.Add(_lineOf[index], SettingTable.NameAt(index), _configuration.Format(index), expected);
            _configuration.Reset(index);
        }
    }
}
