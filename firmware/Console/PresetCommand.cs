// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Metering;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"preset": raises a register, for example to the reading of the meter that this one replaces.</summary>
    internal sealed class PresetCommand : ConsoleCommand
    {
        private const int KilowattHourDecimals = 6;

        private readonly Meter _meter;
        private EnergyRegister _register;
        private long _milliwattHours;

        public PresetCommand(Meter meter)
            : base(
                "preset",
                "preset REGISTER KWH | confirm: raises a register; registers never fall\n"
                + "REGISTER is a name or an OBIS code: preset import 1234.5, preset 1.8.0 1234.5.")
        {
            _meter = meter;
        }

        public override bool Changes(string[] words)
        {
            return true;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length == 2 && words[1] == Words.Confirm)
            {
                Confirm(answer);
                return true;
            }

            int index = words.Length == 3 ? IndexOf(words[1]) : -1;
            bool isGood = index >= 0 && Number.TryParseScaled(words[2], KilowattHourDecimals, out _milliwattHours);
            if (isGood)
            {
                Propose(_meter.Registers.At(index), answer);
            }

            return isGood;
        }

        private void Propose(EnergyRegister register, Answer answer)
        {
            answer.Energy("from", register.MilliwattHours).Energy("to", _milliwattHours);
            _register = _milliwattHours > register.MilliwattHours ? register : null;
            if (_register == null)
            {
                answer.Refuse("Registers only rise.");
            }
            else
            {
                answer.Say("\"preset confirm\" does it; it cannot be undone.");
            }
        }

        private void Confirm(Answer answer)
        {
            if (_register == null || !_register.Restore(_milliwattHours, 0))
            {
                answer.Refuse(Words.NothingToConfirm);
                return;
            }

            _register = null;
            _meter.Journal.Commit(_meter.Clock.MonotonicMilliseconds);
            _meter.Log.Add("register preset, kWh", (int)(_milliwattHours / 1000000));
            answer.Energy("register", _milliwattHours);
        }

        private static int IndexOf(string name)
        {
            for (int i = 0; i < ObisCode.All.Length; i++)
            {
                if (name == ObisCode.All[i] || name == ObisCode.NameOf(ObisCode.All[i]))
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
