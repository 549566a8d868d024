// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Wire;

namespace Prosumeter.Metering
{
    /// <summary>
    /// The five registers of a prosumer. Only what the sensors saw is integrated; energy balance then gives the demand of the home:
    /// generation + import - export + discharge - charge.
    /// </summary>
    public sealed class RegisterBank
    {
        /// <summary>Length of a saved bank in bytes: for each register 8 bytes of mWh and 4 of remainder, most significant first.</summary>
        public const int RecordLength = 60;

        private const int RegisterLength = 12;
        private const int ValueLength = 8;
        private const int RemainderLength = 4;

        private readonly EnergyRegister[] _registers = new EnergyRegister[RecordLength / RegisterLength];

        /// <summary>All registers at 0.</summary>
        public RegisterBank()
        {
            for (int i = 0; i < _registers.Length; i++)
            {
                _registers[i] = new EnergyRegister();
            }

            Import = _registers[0];
            Export = _registers[1];
            Generation = _registers[2];
            Charge = _registers[3];
            Discharge = _registers[4];
        }

        /// <summary>Energy taken from the grid, OBIS 1.8.0.</summary>
        public readonly EnergyRegister Import;

        /// <summary>Energy given to the grid, OBIS 2.8.0.</summary>
        public readonly EnergyRegister Export;

        /// <summary>Energy of the own generation.</summary>
        public readonly EnergyRegister Generation;

        /// <summary>Energy put into the storage.</summary>
        public readonly EnergyRegister Charge;

        /// <summary>Energy taken from the storage.</summary>
        public readonly EnergyRegister Discharge;

        /// <summary>A register, in the order of <see cref="ObisCode.All"/>.</summary>
        public EnergyRegister At(int index)
        {
            return _registers[index];
        }

        /// <summary>Energy the home has used since the registers began, in mWh; it can fall by a few mWh, as each register is cut to whole mWh.</summary>
        public long DemandMilliwattHours
        {
            get
            {
                return Generation.MilliwattHours + Import.MilliwattHours - Export.MilliwattHours
                    + Discharge.MilliwattHours - Charge.MilliwattHours;
            }
        }

        /// <summary>Adds powers that flowed for a time. A generation below 0 (an inverter's own use at night) counts as 0: the grid or storage sensor sees that energy already.</summary>
        /// <param name="gridMilliwatts">Power at the grid connection in mW, import positive.</param>
        /// <param name="generationMilliwatts">Power of the own generation in mW.</param>
        /// <param name="storageMilliwatts">Power of the storage in mW, charge positive.</param>
        /// <param name="durationMilliseconds">Time in ms, 0 or more.</param>
        /// <returns>False when something was not counted: a time below 0 or a power of -2147483648 changes nothing; a full register stays as it is while the others count.</returns>
        public bool Integrate(int gridMilliwatts, int generationMilliwatts, int storageMilliwatts, int durationMilliseconds)
        {
            if (durationMilliseconds < 0 || gridMilliwatts == int.MinValue || storageMilliwatts == int.MinValue)
            {
                return false;
            }

            bool isGridCounted = gridMilliwatts >= 0
                ? Import.Add(gridMilliwatts, durationMilliseconds)
                : Export.Add(-gridMilliwatts, durationMilliseconds);
            bool isStorageCounted = storageMilliwatts >= 0
                ? Charge.Add(storageMilliwatts, durationMilliseconds)
                : Discharge.Add(-storageMilliwatts, durationMilliseconds);
            bool isGenerationCounted = generationMilliwatts <= 0 || Generation.Add(generationMilliwatts, durationMilliseconds);
            return isGridCounted && isStorageCounted && isGenerationCounted;
        }

        /// <summary>Writes the bank as a record of <see cref="RecordLength"/> bytes. It has no checksum of its own: the journal adds one.</summary>
        /// <returns>False when the record does not fit into the buffer.</returns>
        public bool Save(byte[] buffer, int offset)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (!Bytes.Fit(buffer, offset, RecordLength))
            {
                return false;
            }

            foreach (EnergyRegister register in _registers)
            {
                Bytes.Put(buffer, offset, register.MilliwattHours, ValueLength);
                Bytes.Put(buffer, offset + ValueLength, register.RemainderMilliwattMilliseconds, RemainderLength);
                offset += RegisterLength;
            }

            return true;
        }

        /// <summary>Takes the values of a record.</summary>
        /// <returns>False, and nothing is changed, when the record is cut short, out of range, or would let any register fall.</returns>
        public bool Restore(byte[] buffer, int offset)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            if (!Bytes.Fit(buffer, offset, RecordLength))
            {
                return false;
            }

            for (int i = 0; i < _registers.Length; i++)
            {
                int at = offset + (i * RegisterLength);
                if (!_registers[i].CanRestore(Bytes.Get(buffer, at, ValueLength), RemainderAt(buffer, at)))
                {
                    return false;
                }
            }

            for (int i = 0; i < _registers.Length; i++)
            {
                int at = offset + (i * RegisterLength);
                _registers[i].Restore(Bytes.Get(buffer, at, ValueLength), RemainderAt(buffer, at));
            }

            return true;
        }

        private static int RemainderAt(byte[] buffer, int registerOffset)
        {
            return (int)Bytes.Get(buffer, registerOffset + ValueLength, RemainderLength);
        }
    }
}
