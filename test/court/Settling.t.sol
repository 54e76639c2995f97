// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ICourt, Phase} from "../../contracts/court/ICourt.sol";
import {CourtTest} from "../support/CourtTest.sol";
import {Coinless} from "../support/Reentrant.sol";
import {vm} from "../support/Vm.sol";

/// @notice Rulings, shares and withdrawals.
contract SettlingTest is CourtTest {
    /* RULING */

    function test_rule_once_when_final() public {
        uint256 id = openAndDraw();
        vote(id, votes(2, 2, 1));
        bytes memory data = abi.encodeCall(ICourt.executeRuling, (id));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Final, Phase.Appeal));
        toFinal(id);
        vm.expectEmit(address(court));
        emit ICourt.RulingExecuted(id, 2);
        court.executeRuling(id);
        vm.assertEq(arbitrable.rulingOf(id), 2);
        vm.assertTrue(court.disputeOf(id).ruled);
        refuse(data, abi.encodeWithSelector(ICourt.AlreadyRuled.selector, id));
        vm.assertEq(arbitrable.ruledTimes(id), 1);
    }

    /* SHARES */

    function test_everybody_coherent() public {
        uint256 id = judge(votes(1, 1, 1));
        vm.expectEmit(address(court));
        emit ICourt.RoundSettled(id, 0, 1, 3, 3 * FEE, 0);
        court.settle(id, 0);
        for (uint256 seat; seat < 3; ++seat) vm.assertEq(coinsOf(jurorOn(id, 0, seat)), FEE);
        vm.assertTrue(court.roundOf(id, 0).settled);
    }

    function test_incoherent_loses_to_the_coherent() public {
        uint256 id = judge(votes(1, 2, 1));
        vm.expectEmit(address(court));
        emit ICourt.SeatPenalised(id, 0, 1, court.juryOf(id, 0)[1], false, INCOHERENT);
        vm.expectEmit(address(court));
        emit ICourt.RoundSettled(id, 0, 1, 2, 3 * FEE, INCOHERENT);
        court.settle(id, 0);
        vm.assertEq(coinsOf(jurorOn(id, 0, 0)), (3 * FEE) / 2);
        vm.assertEq(coinsOf(jurorOn(id, 0, 1)), 0);
        vm.assertEq(tokensOf(jurorOn(id, 0, 2)), INCOHERENT / 2);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[1]), BOND - INCOHERENT);
    }

    function test_silent_lose_more() public {
        uint256 id = judge(votes(SEALED, SILENT, 2));
        vm.expectEmit(address(court));
        emit ICourt.SeatPenalised(id, 0, 0, court.juryOf(id, 0)[0], true, SILENT_COST);
        court.settle(id, 0);
        vm.assertEq(coinsOf(jurorOn(id, 0, 2)), 3 * FEE);
        vm.assertEq(tokensOf(jurorOn(id, 0, 2)), 2 * SILENT_COST);
    }

    /// The first coherent seat gets what rounding left.
    function test_rounding() public {
        uint256 lock = 1e18 + 7;
        court.setParameters(parametersWith(FEE + 1, uint96(lock), 10_000, 10_000));
        uint256 id = judge(votes(2, 1, 1));
        court.settle(id, 0);
        vm.assertEq(coinsOf(jurorOn(id, 0, 1)), (3 * (FEE + 1)) / 2 + 1);
        vm.assertEq(coinsOf(jurorOn(id, 0, 2)), (3 * (FEE + 1)) / 2);
        vm.assertEq(tokensOf(jurorOn(id, 0, 1)), lock / 2 + 1);
        vm.assertEq(tokensOf(jurorOn(id, 0, 2)), lock / 2);
    }

    /// A tie rules 0, of which nobody can be blamed but the silent.
    function test_tie_spares_who_voted() public {
        uint256 id = judge(votes(1, 2, SILENT));
        vm.expectEmit(address(court));
        emit ICourt.RoundSettled(id, 0, 0, 0, 3 * FEE, SILENT_COST);
        court.settle(id, 0);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[0]), BOND);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[1]), BOND);
        vm.assertEq(coinsOf(address(arbitrable)), 3 * FEE);
        (uint256 coins, uint256 tokens) = court.treasuryBalance();
        vm.assertEq(coins, 0);
        vm.assertEq(tokens, SILENT_COST);
    }

    /// Who refused to rule is coherent with a tie.
    function test_tie_with_a_refusal() public {
        uint256 id = judge(votes(1, 2, 0));
        court.settle(id, 0);
        vm.assertEq(coinsOf(jurorOn(id, 0, 2)), 3 * FEE);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[0]), BOND);
    }

    /// A majority that refuses to rule is a decision: who voted for something else loses.
    function test_decided_refusal() public {
        uint256 id = judge(votes(0, 0, 1));
        court.settle(id, 0);
        vm.assertEq(seats.bondOf(court.juryOf(id, 0)[2]), BOND - INCOHERENT);
        vm.assertEq(tokensOf(jurorOn(id, 0, 0)), INCOHERENT / 2);
    }

    /* APPEALS */

    function test_won_appeal_gives_the_bond_back() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 5, 2, 1));
        toFinal(id);
        vm.expectEmit(address(court));
        emit ICourt.BondDecided(id, 1, appellant, 7 * FEE);
        court.settle(id, 1);
        vm.assertEq(coinsOf(appellant), 7 * FEE);
        court.settle(id, 0);
        vm.assertEq(coinsOf(jurorOn(id, 0, 2)) >= 3 * FEE, true);
    }

    function test_lost_appeal_pays_the_jurors() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 5, 1, 2));
        toFinal(id);
        vm.expectEmit(address(court));
        emit ICourt.BondDecided(id, 1, address(0), 7 * FEE);
        vm.expectEmit(address(court));
        emit ICourt.RoundSettled(id, 1, 1, 5, 14 * FEE, 2 * INCOHERENT);
        court.settle(id, 1);
        vm.assertEq(coinsOf(appellant), 0);
        vm.assertEq(coinsOf(jurorOn(id, 1, 0)), (14 * FEE) / 5);
    }

    /// The ruling that was appealed stands in the end, but nobody of the appeal's own jury saw it.
    function test_lost_bond_without_a_coherent_juror() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 5, 2, SILENT));
        appealTo(id, votes(15, 15, 1, 1));
        phaseIs(id, Phase.Final);
        vm.expectEmit(address(court));
        emit ICourt.BondDecided(id, 1, address(court), 7 * FEE);
        court.settle(id, 1);
        vm.assertEq(coinsOf(appellant), 7 * FEE);
        (uint256 coins, uint256 tokens) = court.treasuryBalance();
        vm.assertEq(coins, 7 * FEE);
        vm.assertEq(tokens, 5 * INCOHERENT + 2 * SILENT_COST);
        court.settle(id, 2);
        vm.assertEq(coinsOf(appellant), 7 * FEE + 15 * FEE);
    }

    /// An appeal's jury that says nothing rules 0: those who voted before are spared.
    function test_silent_appeal_spares_the_jury_before() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 7, SILENT, SILENT));
        toFinal(id);
        vm.assertEq(court.currentRuling(id), 0);
        court.settle(id, 0);
        for (uint256 seat; seat < 3; ++seat) vm.assertEq(seats.bondOf(court.juryOf(id, 0)[seat]), BOND);
        vm.assertEq(coinsOf(address(arbitrable)), 3 * FEE);
        court.settle(id, 1);
        vm.assertEq(coinsOf(appellant), 14 * FEE);
    }

    function testFuzz_order_of_settlements_does_not_matter(uint256 seed) public {
        uint256 id = openAndDraw();
        vote(id, someVotes(3, seed));
        appealTo(id, someVotes(7, seed >> 60));
        appealTo(id, someVotes(15, seed >> 120));
        toFinal(id);
        uint256 snapshot = vm.snapshotState();
        for (uint256 round; round < 3; ++round) court.settle(id, round);
        bytes32 forward = books();
        vm.revertToState(snapshot);
        court.executeRuling(id);
        for (uint256 i; i < 3; ++i) court.settle(id, ((seed % 3) + 2 * i) % 3);
        vm.assertEq(books(), forward);
    }

    /* REFUSALS */

    function test_settle_refuses() public {
        uint256 id = openAndDraw();
        bytes memory data = abi.encodeCall(ICourt.settle, (id, 0));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Final, Phase.Commit));
        vote(id, votes(1, 1, 1));
        refuse(data, abi.encodeWithSelector(ICourt.WrongPhase.selector, Phase.Final, Phase.Appeal));
        toFinal(id);
        refuse(abi.encodeCall(ICourt.settle, (id, 1)), abi.encodeWithSelector(ICourt.UnknownRound.selector, id, 1));
        refuse(abi.encodeCall(ICourt.settle, (id, 9)), abi.encodeWithSelector(ICourt.UnknownRound.selector, id, 9));
        court.settle(id, 0);
        refuse(data, abi.encodeWithSelector(ICourt.AlreadySettled.selector, id, 0));
    }

    /* WITHDRAWALS */

    function test_withdraw_both() public {
        uint256 id = judge(votes(1, 1, 2));
        court.settle(id, 0);
        address juror = jurorOn(id, 0, 0);
        vm.expectEmit(address(court));
        emit ICourt.Withdrawn(juror, (3 * FEE) / 2, INCOHERENT / 2);
        vm.prank(stranger);
        court.withdraw(payable(juror));
        vm.assertEq(juror.balance, (3 * FEE) / 2);
        vm.assertEq(ctt.balanceOf(juror), INCOHERENT / 2);
        bytes memory nothing = abi.encodeWithSelector(ICourt.NothingToWithdraw.selector, juror);
        refuse(abi.encodeCall(ICourt.withdraw, (payable(juror))), nothing);
    }

    function test_withdraw_by_an_account_that_takes_no_coins() public {
        Coinless coinless = new Coinless();
        vm.deal(address(coinless), FEE * 4);
        vm.prank(address(coinless));
        court.createDispute{value: 4 * FEE}(1, "");
        bytes memory data = abi.encodeCall(ICourt.withdraw, (payable(address(coinless))));
        refuse(data, abi.encodeWithSignature("FailedCall()"));
        vm.assertEq(coinsOf(address(coinless)), FEE);
    }

    function test_treasury() public {
        bytes memory data = abi.encodeCall(ICourt.collectTreasury, ());
        refuse(data, abi.encodeWithSelector(ICourt.NothingToWithdraw.selector, treasury));
        uint256 id = judge(votes(1, 2, SILENT));
        court.settle(id, 0);
        court.appointTreasury(address(0));
        refuse(data, abi.encodeWithSelector(ICourt.NoTreasury.selector));
        court.appointTreasury(treasury);
        vm.expectEmit(address(court));
        emit ICourt.TreasuryCollected(treasury, 0, SILENT_COST);
        (uint256 coins, uint256 tokens) = court.collectTreasury();
        vm.assertEq(coins, 0);
        vm.assertEq(tokens, SILENT_COST);
        vm.assertEq(ctt.balanceOf(treasury), SILENT_COST);
        refuse(data, abi.encodeWithSelector(ICourt.NothingToWithdraw.selector, treasury));
    }

    function test_treasury_gets_coins() public {
        uint256 id = openAndDraw();
        vote(id, votes(1, 1, 2));
        appealTo(id, votes(7, 7, 2, 2));
        appealTo(id, votes(15, 15, 1, 1));
        court.settle(id, 1);
        court.collectTreasury();
        vm.assertEq(treasury.balance, 7 * FEE);
    }

    /// The end of a case in one transaction.
    function test_multicall() public {
        uint256 id = judge(votes(1, 1, 1));
        bytes[] memory calls = new bytes[](5);
        calls[0] = abi.encodeCall(ICourt.executeRuling, (id));
        calls[1] = abi.encodeCall(ICourt.settle, (id, 0));
        for (uint256 seat; seat < 3; ++seat) {
            calls[2 + seat] = abi.encodeCall(ICourt.withdraw, (payable(jurorOn(id, 0, seat))));
        }
        court.multicall(calls);
        for (uint256 seat; seat < 3; ++seat) vm.assertEq(jurorOn(id, 0, seat).balance, FEE);
        vm.assertEq(address(court).balance, 0);
    }

    /// Whatever the votes, what came in is what is owed, and nobody loses more than his lock in a round.
    function testFuzz_conservation(uint256 seed) public {
        uint256 id = openAndDraw();
        vote(id, someVotes(3, seed));
        if (seed % 3 > 0) appealTo(id, someVotes(7, seed >> 60));
        if (seed % 3 > 1) appealTo(id, someVotes(15, seed >> 120));
        toFinal(id);
        for (uint256 round; round <= court.disputeOf(id).lastRound; ++round) court.settle(id, round);
        (uint256 coins, uint256 tokens) = court.treasuryBalance();
        coins += coinsOf(appellant) + coinsOf(address(arbitrable));
        for (uint16 i = 1; i <= SEATS; ++i) {
            coins += coinsOf(seats.accountOf(i));
            tokens += tokensOf(seats.accountOf(i));
            vm.assertGe(seats.bondOf(i), BOND - 3 * SILENT_COST);
        }
        vm.assertEq(address(court).balance, coins);
        vm.assertEq(ctt.balanceOf(address(court)), tokens);
    }

    /* INTERNAL */

    function someVotes(uint256 size, uint256 seed) private pure returns (uint8[] memory choices) {
        choices = new uint8[](size);
        for (uint256 i; i < size; ++i) {
            uint8 dice = uint8((seed >> (4 * i)) % 16) % 7;
            choices[i] =
                dice < 4
                    ? dice
                    : dice == 4
                        ? SILENT
                        : dice == 5
                            ? SEALED
                            : 1;
        }
    }

    function books() private view returns (bytes32 print) {
        (uint256 coins, uint256 tokens) = court.treasuryBalance();
        print = keccak256(abi.encode(coins, tokens, coinsOf(appellant), coinsOf(address(arbitrable))));
        for (uint16 i = 1; i <= SEATS; ++i) {
            (coins, tokens) = court.balanceOf(seats.accountOf(i));
            print = keccak256(abi.encode(print, coins, tokens, seats.bondOf(i)));
        }
    }
}
