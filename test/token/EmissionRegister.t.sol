// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICommodities} from "../../contracts/commodities/ICommodities.sol";
import {Evaluations} from "../../contracts/experience/Evaluations.sol";
import {RoundState} from "../../contracts/experience/IEvaluations.sol";
import {Decision} from "../../contracts/experience/IRulings.sol";
import {Values} from "../../contracts/shared/Values.sol";
import {IEmission, MinedRound} from "../../contracts/token/IEmission.sol";
import {EmissionTest} from "../support/EmissionTest.sol";
import {EvaluationsDouble} from "../support/MiningDoubles.sol";
import {Book} from "../support/Statements.sol";
import {vm} from "../support/Vm.sol";

contract EmissionRegisterTest is EmissionTest {
    uint128 private constant BEST = 256 * 256;

    function test_register_countsTheWinnersShares() public {
        closedRound(3);
        uint128 shares = 3 * uint128(FEE) * BEST;
        vm.expectEmit(address(emission));
        emit IEmission.RoundRegistered(lotId, SCORING, address(evaluations), shares, shares);
        vm.prank(address(0x5714));
        emission.register(lotId);
        MinedRound memory round = emission.miningOf(lotId);
        vm.assertEq(round.evaluations, address(evaluations));
        vm.assertEq(round.epoch, SCORING);
        vm.assertEq(round.winningBucket, 64);
        vm.assertEq(round.shares, shares);
        vm.assertEq(round.claimed, 0);
        vm.assertEq(emission.sharesOf(SCORING), shares);
    }

    function test_register_addsUpTheRoundsOfAnEpoch() public {
        registered(3);
        EvaluationsDouble other = new EvaluationsDouble();
        other.setRound(lotId + 1, SCORING, 1, 17);
        bindNextLot(address(other));
        uint256 sum = 3 * FEE * BEST + 17;
        vm.expectEmit(address(emission));
        emit IEmission.RoundRegistered(lotId + 1, SCORING, address(other), 17, sum);
        emission.register(lotId + 1);
        vm.assertEq(emission.sharesOf(SCORING), sum);
    }

    /* WHEN */

    function test_register_inTheLastSecond() public {
        closedRound(3);
        vm.warp(startOf(MINING) - 1);
        emission.register(lotId);
    }

    function test_attack_register_out_of_time() public {
        closedRound(3);
        toEpoch(MINING);
        bytes memory reason = abi.encodeWithSelector(
            IEmission.OutsideRegistration.selector,
            lotId,
            startOf(CLAIMING),
            startOf(MINING)
        );
        refusedMining(registerCall(), reason);
        toEpoch(MINING + 100);
        refusedMining(registerCall(), reason);
    }

    /// @dev No evaluations contract of ours closes a round before; if one did, it would gain nothing.
    function test_attack_register_a_round_that_claims_to_be_scored_now() public {
        EvaluationsDouble other = new EvaluationsDouble();
        bindNextLot(address(other));
        other.setRound(1, 3, 1, 17);
        toEpoch(3);
        refusedMining(
            abi.encodeCall(IEmission.register, (1)),
            abi.encodeWithSelector(IEmission.OutsideRegistration.selector, 1, startOf(4), startOf(5))
        );
    }

    function test_register_refusesRoundsFromBeforeTheEmission() public {
        closedRound(3);
        emission = deployEmission(commodities);
        vm.assertEq(emission.firstEpoch(), CLAIMING);
        refusedMining(
            registerCall(),
            abi.encodeWithSelector(IEmission.BeforeEmission.selector, lotId, SCORING, CLAIMING)
        );
    }

    /* WHAT */

    function test_attack_register_twice() public {
        registered(3);
        refusedMining(registerCall(), abi.encodeWithSelector(IEmission.RoundAlreadyRegistered.selector, lotId));
        toEpoch(MINING);
        emission.claim(lotId, 1);
        refusedMining(registerCall(), abi.encodeWithSelector(IEmission.RoundAlreadyRegistered.selector, lotId));
    }

    function test_register_refusesARoundThatIsNotClosed() public {
        refusedMining(registerCall(), nothing());
        Book memory book = buyAll(9);
        playToFinal(book, 150, 100);
        openLots(book);
        openNominees(book);
        evaluations.score(lotId, ids(9));
        toEpoch(CLAIMING);
        refusedMining(registerCall(), nothing());
        evaluations.close(lotId);
        emission.register(lotId);
    }

    function test_register_refusesARoundWithoutWinners() public {
        playToFinal(buyAll(9), 150, 100);
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        refusedMining(registerCall(), nothing());
        vm.assertEq(emission.sharesOf(SCORING), 0);
    }

    function test_register_refusesAnUnprovenRound() public {
        Book memory book = buyAll(4);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        openLots(book);
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        refusedMining(registerCall(), nothing());
    }

    /// @dev It is closed and has shares: Σ weight of those who share the charge. They do not mine.
    function test_attack_register_a_voided_round() public {
        Book memory book = buyAll(7);
        commitAll(book);
        toEpoch(CLOSING);
        revealAll();
        toEpoch(SCORING);
        evaluations.finalize(lotId);
        toEpoch(CLAIMING);
        evaluations.close(lotId);
        vm.assertTrue(roundOf().state == RoundState.Voided && roundOf().closed);
        vm.assertGt(roundOf().shares, 0);
        refusedMining(registerCall(), nothing());
    }

    /// @dev After a ruling a round is scored later, and mines in that epoch.
    function test_register_aRoundThatWasRuledOn() public {
        evaluations.appointDisputes(address(this));
        Book memory book = buyAll(9);
        commitAll(book);
        toEpoch(CLOSING);
        unseal();
        revealAll();
        toSecondHalf(CLOSING);
        evaluations.tally(lotId, pair(150, 100), ids(9));
        evaluations.hold(lotId);
        // Nominations count in the first scoring epoch only, whenever the ruling comes.
        openLots(book);
        openNominees(book);
        toEpoch(9);
        evaluations.applyRuling(lotId, Decision.Upheld, Values.wrap(0), address(0), 0);
        toEpoch(10);
        evaluations.score(lotId, ids(9));
        toEpoch(11);
        evaluations.close(lotId);
        emission.register(lotId);
        vm.assertEq(emission.miningOf(lotId).epoch, 10);
        vm.assertEq(emission.sharesOf(10), 9 * FEE * BEST);
    }

    /* WHOSE */

    function test_register_refusesUnknownLots() public {
        refusedMining(
            abi.encodeCall(IEmission.register, (7)),
            abi.encodeWithSelector(ICommodities.UnknownLot.selector, 7)
        );
    }

    /// @dev Whatever anybody's contract says of a lot, only the one that the lot was offered under is asked.
    function test_attack_register_a_fake_round() public {
        EvaluationsDouble fake = new EvaluationsDouble();
        fake.setRound(lotId, SCORING, 1, type(uint128).max);
        commodities.appointEvaluations(address(fake));
        toEpoch(CLAIMING);
        refusedMining(registerCall(), nothing());
    }

    function test_register_roundsOfTwoEvaluationsSideBySide() public {
        Evaluations first = evaluations;
        evaluations = new Evaluations(address(access), asset, commodities, models, settlement, power, GENESIS, EPOCH);
        commodities.appointEvaluations(address(evaluations));
        power.appointMinter(address(evaluations), true);
        evaluations = first;
        registered(3);
        toEpoch(MINING);
        emission.claim(lotId, 1);
        vm.assertEq(token.balanceOf(reporters[0]), WINNERS / 3);
    }

    /* HELPERS */

    function nothing() private view returns (bytes memory) {
        return abi.encodeWithSelector(IEmission.NothingMined.selector, lotId);
    }

    /// @dev The next lot is offered under another evaluations contract.
    function bindNextLot(address other) private {
        commodities.appointEvaluations(other);
        vm.assertEq(offerLot(commodityId, "LOT-B", evaluations.currentEpoch(), 1), lotId + 1);
    }
}
