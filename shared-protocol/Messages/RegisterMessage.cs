// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Metering;

namespace Prosumeter.Messages
{
    /// <summary>A message that carries register values, not differences: a lost one loses no energy.</summary>
    public abstract class RegisterMessage : Message
    {
        /// <summary>Import register 1.8.0 in mWh.</summary>
        public long ImportMilliwattHours;

        /// <summary>Export register 2.8.0 in mWh.</summary>
        public long ExportMilliwattHours;

        /// <summary>Generation register in mWh.</summary>
        public long GenerationMilliwattHours;

        /// <summary>Storage charge register in mWh.</summary>
        public long ChargeMilliwattHours;

        /// <summary>Storage discharge register in mWh.</summary>
        public long DischargeMilliwattHours;

        /// <summary>A message of a kind.</summary>
        protected RegisterMessage(MessageType type)
            : base(type)
        {
        }

        /// <summary>Copies the present values of the registers.</summary>
        public void TakeRegisters(RegisterBank registers)
        {
            if (registers == null)
            {
                throw new ArgumentNullException();
            }

            ImportMilliwattHours = registers.Import.MilliwattHours;
            ExportMilliwattHours = registers.Export.MilliwattHours;
            GenerationMilliwattHours = registers.Generation.MilliwattHours;
            ChargeMilliwattHours = registers.Charge.MilliwattHours;
            DischargeMilliwattHours = registers.Discharge.MilliwattHours;
        }

        /// <summary>Shows the registers to <paramref name="visitor"/>.</summary>
        protected void VisitRegisters(FieldVisitor visitor)
        {
            ImportMilliwattHours = visitor.Register("importMilliwattHours", ImportMilliwattHours);
            ExportMilliwattHours = visitor.Register("exportMilliwattHours", ExportMilliwattHours);
            GenerationMilliwattHours = visitor.Register("generationMilliwattHours", GenerationMilliwattHours);
            ChargeMilliwattHours = visitor.Register("chargeMilliwattHours", ChargeMilliwattHours);
            DischargeMilliwattHours = visitor.Register("dischargeMilliwattHours", DischargeMilliwattHours);
        }
    }
}
