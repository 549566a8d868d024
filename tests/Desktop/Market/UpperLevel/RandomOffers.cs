// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>Offers of up to so many clusters. Few distinct prices, so that ties and touching prices are frequent.</summary>
internal static class RandomOffers
{
    private const int PriceStepMicros = 20_000;

    public static Gen<ClusterOffer[]> Of(int clusters) =>
        from count in Gen.Choose(0, clusters)
        from offers in Gen.CollectToArray(Enumerable.Range(0, count), index => Offer(((char)('a' + index)).ToString()))
        select offers;

    private static Gen<ClusterOffer> Offer(string cluster) =>
        from sale in Gen.Frequency((1, Gen.Constant(default(PricedEnergy))), (2, Energy(Gen.Choose(0, 8))))
        from caps in Gen.SubListOf(8, 7, 6, 5, 4, 3)
        from purchases in Gen.CollectToArray(caps, cap => Energy(Gen.Constant(cap)))
        select new ClusterOffer(cluster, sale, purchases);

    private static Gen<PricedEnergy> Energy(Gen<int> step) =>
        from energy in Gen.Choose(1, 3_000_000)
        from price in step
        select new PricedEnergy(energy, price * PriceStepMicros);
}
