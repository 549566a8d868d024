// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// State of charge from what the storage sensor measured last: the open-circuit voltage (terminal voltage less the drop over the inner resistance)
    /// is taken as linear between empty and full. Good to some per cent for lead-acid and NMC cells, poor in the flat middle of LiFePO4.
    /// </summary>
    public sealed class TerminalVoltageGauge : IStorageGauge
    {
        private readonly IPowerSensor _storage;
        private readonly int _emptyMillivolts;
        private readonly int _fullMillivolts;
        private readonly int _resistanceMicroohms;
        private int _stateOfChargePermille;

        /// <summary>Makes the gauge.</summary>
        /// <param name="storage">Sensor at the storage terminals, charge positive. It is sampled by its owner.</param>
        /// <param name="emptyMillivolts">Open-circuit voltage at 0 per mille, in mV.</param>
        /// <param name="fullMillivolts">Open-circuit voltage at 1000 per mille, in mV; above <paramref name="emptyMillivolts"/>.</param>
        /// <param name="resistanceMicroohms">Inner resistance in microohms.</param>
        public TerminalVoltageGauge(IPowerSensor storage, int emptyMillivolts, int fullMillivolts, int resistanceMicroohms)
        {
            _storage = storage;
            _emptyMillivolts = emptyMillivolts;
            _fullMillivolts = fullMillivolts;
            _resistanceMicroohms = resistanceMicroohms;
        }

        /// <inheritdoc/>
        public int StateOfChargePermille
        {
            get { return _stateOfChargePermille; }
        }

        /// <inheritdoc/>
        public SensorStatus Sample()
        {
            int span = _fullMillivolts - _emptyMillivolts;
            if (span <= 0)
            {
                return SensorStatus.Misconfigured;
            }

            // mA x uOhm = nV
            long dropMillivolts = (long)_storage.CurrentMilliamperes * _resistanceMicroohms / 1000000;
            long permille = (_storage.VoltageMillivolts - dropMillivolts - _emptyMillivolts) * 1000 / span;
            _stateOfChargePermille = permille < 0 ? 0 : permille > 1000 ? 1000 : (int)permille;
            return SensorStatus.Ok;
        }
    }
}
