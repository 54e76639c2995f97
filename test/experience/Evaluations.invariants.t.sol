// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IEvaluations, Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Scoring} from "../../contracts/experience/Scoring.sol";
import {vm} from "../support/Vm.sol";
import {World} from "./World.sol";

contract EvaluationsInvariants {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    World private world;

    function setUp() public {
        world = new World();
        world.setUp();
    }

    /* WHAT IS CALLED AT RANDOM: this contract itself, whose artifact the runner always has */

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(this);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        list = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](3);
        (selectors[0], selectors[1], selectors[2]) = (this.act.selector, this.wait_.selector, this.attack.selector);
        list[0] = FuzzSelector(address(this), selectors);
    }

    function act(uint256 seed) external {
        world.act(seed);
        // Time must pass often enough for whole cycles.
        if (seed % 2 == 0) world.wait_(seed);
    }

    function wait_(uint256 seed) external {
        world.wait_(seed);
    }

    function attack(uint256 seed) external {
        world.attack(seed);
        if (seed % 2 == 0) world.wait_(seed);
    }

    /* THE WORLD IS WORTH LOOKING AT */

    /// @dev Without this the invariants could hold because nothing ever happens.
    function test_world_completesWholeCycles() public {
        for (uint256 k; k < 180; ++k) {
            uint256 random = uint256(keccak256(abi.encode("cycle", k)));
            if (random % 3 == 0) world.act(random);
            else if (random % 3 == 1) world.wait_(random);
            else world.attack(random);
        }
        World.Counts memory counts = world.counts();
        vm.assertGe(counts.offered, 8, "offered");
        vm.assertGe(counts.posted, 5, "posted");
        vm.assertGe(counts.committed, 50, "committed");
        vm.assertGe(counts.revealed, 50, "revealed");
        vm.assertGe(counts.unsealed, 4, "unsealed");
        vm.assertGe(counts.tallied, 3, "tallied");
        vm.assertGe(counts.tallyPages, 1, "tally pages");
        vm.assertGe(counts.finalRounds, 3, "final");
        vm.assertGe(counts.unproven, 1, "unproven");
        vm.assertGe(counts.voided, 1, "voided");
        vm.assertGe(counts.scored, 20, "scored");
        vm.assertGe(counts.rescored, 1, "rescored");
        vm.assertGe(counts.closed, 5, "closed");
        vm.assertGe(counts.rewards, 10, "rewards");
        vm.assertGe(counts.coalitionRewards, 1, "coalition rewards");
        vm.assertGe(counts.unrevealed, 1, "unrevealed");
        vm.assertGe(counts.shares, 1, "shares of a charge");
        vm.assertGe(counts.swept, 1, "swept");
        vm.assertGe(counts.drawn, 1, "drawn");
        vm.assertGe(counts.attacks, 50, "attacks");
        vm.assertGe(counts.repelled, 40, "repelled");
        vm.assertEq(world.refusals(), 0);
        assertAll();
    }

    /// @notice Runs after every sequence of random calls: whole cycles lie behind it.
    function afterInvariant() external view {
        vm.assertGe(world.counts().revealed, 5, "nothing was revealed");
        vm.assertGe(world.counts().closed, 1, "no round was closed");
    }

    function assertAll() private view {
        invariant_EvaluationsHoldWhatTheyOwe();
        invariant_SettlementHoldsWhatItOwes();
        invariant_BondsAreThere();
        invariant_RewardsFitThePot();
        invariant_RewardsAreCappedByNominations();
        invariant_CoalitionNeverGetsBackMoreThanItPaid();
        invariant_NoPurchaseCountsTwice();
        invariant_NominationsAreFeesThatWerePaid();
        invariant_WeightsOfAnEpochFitThePower();
        invariant_ConsensusIsTheLowerWeightedMedian();
        invariant_BucketsHoldWhatWasScored();
        invariant_UnrevealedReportsLoseATenth();
        invariant_VotesSumToTheSupply();
    }

    /* TRUTHS */

    /// hardhat-config: invariant.runs = 2
    function invariant_HonestActionsAreNeverRefused() public view {
        vm.assertEq(world.refusals(), 0);
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_EvaluationsHoldWhatTheyOwe() public view {
        (uint256 held, , , ) = world.balances();
        vm.assertEq(held, world.evaluationsOwe());
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_SettlementHoldsWhatItOwes() public view {
        (, uint256 held, , ) = world.balances();
        vm.assertEq(held, world.settlementOwes());
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_BondsAreThere() public view {
        (, , uint256 inCommodities, uint256 inModels) = world.balances();
        (uint256 commodityBonds, uint256 modelBonds) = world.bondsOwed();
        vm.assertEq(inCommodities, commodityBonds);
        vm.assertEq(inModels, modelBonds);
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_RewardsFitThePot() public view {
        for (uint256 i; i < world.lotCount(); ++i) {
            (uint32 lot, Round memory round) = world.roundAt(i);
            vm.assertLe(world.rewardsOf(lot), round.prize);
            vm.assertLe(round.paid, round.prize);
        }
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_RewardsAreCappedByNominations() public view {
        vm.assertEq(world.capsBroken(), 0);
    }

    /// hardhat-config: invariant.runs = 2
    /// @dev Its reporters, its expert and those who nominate them, at any κ up to 0.9 and with honest platforms. What
    /// others' purchases bring its expert is not got back but earned.
    function invariant_CoalitionNeverGetsBackMoreThanItPaid() public view {
        uint256 back = world.coalitionRewards() + world.expertIncome();
        vm.assertLe(back, world.coalitionFees() + world.expertFromOutsiders());
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_NoPurchaseCountsTwice() public view {
        vm.assertLe(world.mostUses(), 1);
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_NominationsAreFeesThatWerePaid() public view {
        for (uint256 i; i < world.lotCount(); ++i) {
            uint256 sum;
            for (uint32 id = 1; id <= world.ACTORS(); ++id) sum += world.nominatedAt(i, id);
            vm.assertLe(sum, world.feesOf(world.lots(i)));
        }
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_WeightsOfAnEpochFitThePower() public view {
        uint256 count = world.lotCount();
        for (uint256 i; i < count; ++i) {
            uint32 closing = world.closingAt(i);
            (, Round memory round) = world.roundAt(i);
            if (round.revealed == 0) continue;
            for (uint32 id = 1; id <= world.ACTORS(); ++id) {
                uint256 sum;
                for (uint256 j; j < count; ++j) {
                    if (world.closingAt(j) == closing) sum += world.reportAt(j, id).weight;
                }
                vm.assertLe(sum, world.powerBefore(id, closing));
            }
        }
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_ConsensusIsTheLowerWeightedMedian() public view {
        vm.assertEq(world.mediansBroken(), 0);
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_BucketsHoldWhatWasScored() public view {
        uint256 count = world.lotCount();
        for (uint256 i = count < 4 ? 0 : count - 4; i < count; ++i) {
            (, Round memory round) = world.roundAt(i);
            if (round.state != RoundState.Final) continue;
            uint256[65] memory weights;
            uint256[65] memory shares;
            for (uint32 id = 1; id <= world.ACTORS(); ++id) {
                Report memory report = world.reportAt(i, id);
                if (report.state < ReportState.Scored) continue;
                // A claimed report that was never scored has neither accuracy nor nominations; see below.
                uint256 bucket = Scoring.bucketOf(report.quality);
                weights[bucket] += report.weight;
                shares[bucket] += uint256(report.nominated) * report.quality * report.quality;
            }
            for (uint8 b = 1; b <= 64; ++b) {
                IEvaluations.Bucket memory bucket = world.bucketAt(i, b);
                vm.assertEq(bucket.weight, weights[b]);
                vm.assertEq(bucket.shares, shares[b]);
            }
        }
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_UnrevealedReportsLoseATenth() public view {
        vm.assertEq(world.penaltiesBroken(), 0);
    }

    /// hardhat-config: invariant.runs = 2
    function invariant_VotesSumToTheSupply() public view {
        votesSumToTheSupply(uint48(block.timestamp));
        votesSumToTheSupply(uint48(block.timestamp - 1 days));
    }

    function votesSumToTheSupply(uint48 time) private view {
        uint256 sum;
        for (uint32 id = 1; id <= world.ACTORS(); ++id) sum += world.powerAt(id, time);
        uint256 supply = world.totalPowerAt(time);
        vm.assertLe(sum, supply);
        vm.assertLe(supply, sum + world.ACTORS());
    }
}
