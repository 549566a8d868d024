// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Trading;

namespace Prosumeter.Tests.Shared.Trading
{
    /// <summary>A home of whole numbers: 10 kWh of storage at 3 kW and 95 % charging efficiency, a load with two peaks, and PV from 6 to 18 h under passing clouds.</summary>
    internal sealed class ScriptedHome
    {
        public const long CapacityMilliwattHours = 10_000_000;
        public const int RatedMilliwatts = 3_000_000;

        private const int SecondsPerHour = 3600;
        private const int ChargingPercent = 95;

        private long _storedMilliwattHours = 4_000_000;

        public int GridMilliwatts { get; private set; }

        public int GenerationMilliwatts { get; private set; }

        public int StorageMilliwatts { get; private set; }

        public int StateOfChargePermille => (int)(_storedMilliwattHours * 1000 / CapacityMilliwattHours);

        /// <summary>Lets the home run for a time under the set-point of its storage.</summary>
        public void Run(int secondOfDay, int durationSeconds, StorageMode mode, bool cutsLoad)
        {
            int load = Load(secondOfDay) - (cutsLoad ? 150_000 : 0);
            GenerationMilliwatts = Generation(secondOfDay);
            StorageMilliwatts = Bounded(Wanted(mode, GenerationMilliwatts - load), durationSeconds);
            GridMilliwatts = load + StorageMilliwatts - GenerationMilliwatts;

            long passed = (long)StorageMilliwatts * durationSeconds / SecondsPerHour;
            _storedMilliwattHours += passed > 0 ? passed * ChargingPercent / 100 : passed;
        }

        private static int Load(int secondOfDay)
        {
            int minute = secondOfDay / 60;
            int load = 300_000 + (minute * 7919 % 90_000);
            load += minute >= 390 && minute < 510 ? 1_400_000 : 0;
            return load + (minute >= 1050 && minute < 1290 ? 1_900_000 : 0);
        }

        private static int Generation(int secondOfDay)
        {
            int minute = secondOfDay / 60;
            if (minute < 360 || minute >= 1080)
            {
                return 0;
            }

            int clear = (minute - 360) * (1080 - minute) * 34;
            return minute * 31 % 17 < 4 ? clear / 3 : clear;
        }

        private static int Wanted(StorageMode mode, int surplus)
        {
            return mode == StorageMode.Charge ? RatedMilliwatts
                : mode == StorageMode.Discharge ? -RatedMilliwatts
                : mode == StorageMode.Idle ? 0
                : surplus;
        }

        private int Bounded(int milliwatts, int durationSeconds)
        {
            long room = (CapacityMilliwattHours - _storedMilliwattHours) * SecondsPerHour / durationSeconds;
            long left = _storedMilliwattHours * SecondsPerHour / durationSeconds;
            long most = room < RatedMilliwatts ? room : RatedMilliwatts;
            long least = left < RatedMilliwatts ? -left : -RatedMilliwatts;
            return (int)(milliwatts > most ? most : milliwatts < least ? least : milliwatts);
        }
    }
}
