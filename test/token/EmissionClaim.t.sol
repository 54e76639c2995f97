// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {CommuneToken} from "../../contracts/token/CommuneToken.sol";
import {IEmission} from "../../contracts/token/IEmission.sol";
import {EmissionTest} from "../support/EmissionTest.sol";
import {CommoditiesDouble, EvaluationsDouble} from "../support/MiningDoubles.sol";
import {Book} from "../support/Statements.sol";
import {bound, vm} from "../support/Vm.sol";

contract EmissionClaimTest is EmissionTest {
    function test_claim_mintsPart() public {
        registered(3);
        toEpoch(MINING);
        vm.assertEq(emission.minedBy(lotId, 2), WINNERS / 3);
        vm.expectEmit(address(emission));
        emit IEmission.WorkMined(lotId, 2, reporters[1], SCORING, WINNERS / 3);
        vm.prank(address(0x5714));
        vm.assertEq(emission.claim(lotId, 2), WINNERS / 3);
        vm.assertEq(token.balanceOf(reporters[1]), WINNERS / 3);
        vm.assertTrue(emission.isClaimed(lotId, 2));
        vm.assertFalse(emission.isClaimed(lotId, 1));
        vm.assertEq(emission.miningOf(lotId).claimed, FEE * 256 * 256);
        vm.assertEq(emission.minedBy(lotId, 2), WINNERS / 3);
    }

    function test_claim_manyInOneTransaction() public {
        registered(3);
        toEpoch(MINING);
        bytes[] memory calls = new bytes[](3);
        for (uint32 i; i < 3; ++i) calls[i] = claimCall(i + 1);
        emission.multicall(calls);
        for (uint256 i; i < 3; ++i) vm.assertEq(token.balanceOf(reporters[i]), WINNERS / 3);
        vm.assertEq(emission.miningOf(lotId).claimed, emission.miningOf(lotId).shares);
    }

    /// @dev Pro rata to nominated · quality² also among winners of different rank.
    function test_claim_byNominationsAndQuality() public {
        Book memory book = buyAll(10);
        for (uint256 i = 3; i < 10; ++i) {
            measured[reporters[i]][lotId] = pair(i < 6 ? int32(142) : int32(158), 100);
        }
        playToFinal(book, 150, 100);
        playToClosed(book);
        emission.register(lotId);
        toEpoch(MINING);
        uint256 shares = 3 * 256 * 256 + 7 * 185 * 185;
        vm.assertEq(emission.claim(lotId, 1), (WINNERS * 256 * 256) / shares);
        vm.assertEq(emission.claim(lotId, 10), (WINNERS * 185 * 185) / shares);
    }

    function test_claim_worksAfterTheRewardAndYearsLater() public {
        registered(3);
        evaluations.claim(lotId, 1);
        toEpoch(MINING + 1_000);
        vm.assertEq(emission.claim(lotId, 1), WINNERS / 3);
    }

    function test_claim_waitsForTheEndOfRegistrations() public {
        registered(3);
        vm.warp(startOf(MINING) - 1);
        refusedMining(
            claimCall(1),
            abi.encodeWithSelector(IEmission.RegistrationOpen.selector, SCORING, startOf(MINING))
        );
        vm.warp(startOf(MINING));
        emission.claim(lotId, 1);
    }

    function test_claim_refusesARoundThatNobodyRegistered() public {
        closedRound(3);
        toEpoch(MINING);
        vm.assertEq(emission.minedBy(lotId, 1), 0);
        refusedMining(claimCall(1), abi.encodeWithSelector(IEmission.RoundNotRegistered.selector, lotId));
    }

    function test_claim_leavesEpochsWithoutRegistrationsUnmined() public {
        closedRound(3);
        toEpoch(MINING);
        emission.mintTreasury();
        vm.assertEq(token.totalSupply(), 200_000_000e18 + MINING * TREASURY);
    }

    function test_attack_double_claim() public {
        registered(3);
        toEpoch(MINING);
        emission.claim(lotId, 1);
        bytes memory reason = abi.encodeWithSelector(IEmission.AlreadyMined.selector, lotId, 1);
        refusedMining(claimCall(1), reason);
        evaluations.claim(lotId, 1);
        refusedMining(claimCall(1), reason);
        bytes[] memory calls = new bytes[](2);
        (calls[0], calls[1]) = (claimCall(2), claimCall(2));
        refusedMining(
            abi.encodeWithSignature("multicall(bytes[])", calls),
            abi.encodeWithSelector(IEmission.AlreadyMined.selector, lotId, 2)
        );
    }

    function test_attack_claim_of_a_loser() public {
        registered(3);
        toEpoch(MINING);
        for (uint32 id = 4; id <= 9; ++id) {
            vm.assertEq(emission.minedBy(lotId, id), 0);
            refusedMining(claimCall(id), notWinner(id));
        }
        refusedMining(claimCall(0), notWinner(0));
        refusedMining(claimCall(10), notWinner(10));
    }

    function test_attack_claim_of_reports_that_were_never_scored() public {
        Book memory book = buyAll(10);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        for (uint256 i; i < 9; ++i) reveal(reporters[i], lotId);
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(9));
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(8));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        emission.register(lotId);
        toEpoch(MINING);
        // The ninth was not scored, the tenth not revealed; claiming their bonds changes nothing.
        for (uint32 id = 9; id <= 10; ++id) {
            refusedMining(claimCall(id), notWinner(id));
            evaluations.claim(lotId, id);
            refusedMining(claimCall(id), notWinner(id));
        }
    }

    function test_claim_refusesWinnersWhomNobodyNominated() public {
        Book memory book = buyAll(8);
        playToFinal(book, 150, 100);
        openLots(book);
        openNomineeLeaf(book, 2);
        evaluations.score(lotId, ids(8));
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        emission.register(lotId);
        toEpoch(MINING);
        refusedMining(claimCall(1), notWinner(1));
        vm.assertEq(emission.claim(lotId, 3), WINNERS);
    }

    /// @dev Nothing is lost: the round can be claimed when the contract may mint again.
    function test_claim_needsTheRightToMint() public {
        registered(3);
        toEpoch(MINING);
        token.appointMinter(address(emission), false);
        refusedMining(claimCall(1), abi.encodeWithSelector(CommuneToken.NotMinter.selector, address(emission)));
        token.appointMinter(address(emission), true);
        emission.claim(lotId, 1);
    }

    /* LYING EVALUATIONS: nobody but governance could appoint one */

    function test_attack_evaluations_that_registered_too_little() public {
        EvaluationsDouble liar = useDoubles();
        liar.setRound(1, 0, 1, 1_000);
        liar.setRound(2, 0, 1, 1_000);
        toEpoch(1);
        emission.register(1);
        emission.register(2);
        toEpoch(2);
        liar.setReport(1, 5, 900, 1);
        liar.setReport(1, 6, 101, 1);
        liar.setReport(1, 7, type(uint64).max, 256);
        emission.claim(1, 5);
        refusedMining(
            abi.encodeCall(IEmission.claim, (1, 6)),
            abi.encodeWithSelector(IEmission.SharesExceeded.selector, 1, 1_001, 1_000)
        );
        refusedMining(
            abi.encodeCall(IEmission.claim, (1, 7)),
            abi.encodeWithSelector(
                IEmission.SharesExceeded.selector,
                1,
                900 + uint256(type(uint64).max) * 65_536,
                1_000
            )
        );
        liar.setReport(1, 6, 100, 1);
        emission.claim(1, 6);
        vm.assertEq(token.totalSupply(), 200_000_000e18 + (WINNERS * 900) / 2_000 + (WINNERS * 100) / 2_000);
    }

    function test_attack_evaluations_that_change_the_round_afterwards() public {
        EvaluationsDouble liar = useDoubles();
        liar.setRound(1, 0, 64, 1_000);
        toEpoch(1);
        emission.register(1);
        liar.setRound(1, 1, 1, 2_000);
        liar.setReport(1, 5, 1_000, 4);
        toEpoch(2);
        refusedMining(
            abi.encodeCall(IEmission.register, (1)),
            abi.encodeWithSelector(IEmission.RoundAlreadyRegistered.selector, 1)
        );
        refusedMining(
            abi.encodeCall(IEmission.claim, (1, 5)),
            abi.encodeWithSelector(IEmission.NotWinner.selector, 1, 5)
        );
    }

    /// @dev Ranks just below and at the lowest that won.
    function testFuzz_claim_isForWinningBucketsOnly(uint8 bucket, uint16 quality, uint64 nominated) public {
        EvaluationsDouble rounds = useDoubles();
        bucket = uint8(bound(bucket, 1, 64));
        quality = uint16(bound(quality, 0, 256));
        nominated = uint64(bound(nominated, 1, type(uint64).max));
        rounds.setRound(1, 0, bucket, type(uint128).max);
        rounds.setReport(1, 5, nominated, quality);
        toEpoch(1);
        emission.register(1);
        toEpoch(2);
        if (quality <= 4 * (uint256(bucket) - 1)) {
            vm.expectRevert(abi.encodeWithSelector(IEmission.NotWinner.selector, 1, 5));
            emission.claim(1, 5);
        } else {
            uint256 share = uint256(nominated) * quality * quality;
            vm.assertEq(emission.claim(1, 5), (WINNERS * share) / type(uint128).max);
            vm.assertEq(emission.miningOf(1).claimed, share);
        }
    }

    /// @dev However rounds and winners are cut, no more than the epoch's amount comes out, and what is lost is dust.
    function testFuzz_claim_neverAboveTheEpochsAmount(uint64[6] memory nominated, uint16[6] memory quality) public {
        EvaluationsDouble rounds = useDoubles();
        uint128[3] memory shares;
        for (uint32 i; i < 6; ++i) {
            nominated[i] = uint64(bound(nominated[i], 1, type(uint64).max));
            quality[i] = uint16(bound(quality[i], 1, 256));
            rounds.setReport(i / 2, i, nominated[i], quality[i]);
            shares[i / 2] += uint128(nominated[i]) * quality[i] * quality[i];
        }
        toEpoch(1);
        for (uint32 lot; lot < 3; ++lot) {
            rounds.setRound(lot, 0, 1, shares[lot]);
            emission.register(lot);
        }
        toEpoch(2);
        uint256 sum;
        for (uint32 i; i < 6; ++i) sum += emission.claim(i / 2, i);
        vm.assertLe(sum, WINNERS);
        vm.assertGe(sum + 6, WINNERS);
    }

    /* HELPERS */

    function notWinner(uint32 id) private view returns (bytes memory) {
        return abi.encodeWithSelector(IEmission.NotWinner.selector, lotId, id);
    }

    /// @dev An emission over lots 0, 1, … of one double.
    function useDoubles() private returns (EvaluationsDouble rounds) {
        CommoditiesDouble lots = new CommoditiesDouble();
        rounds = new EvaluationsDouble();
        for (uint32 lot; lot < 8; ++lot) lots.bind(lot, address(rounds));
        emission = deployEmission(ICommodities(address(lots)));
    }
}
